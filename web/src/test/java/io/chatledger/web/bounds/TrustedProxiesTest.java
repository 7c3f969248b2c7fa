package io.chatledger.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::1"));

    @Test
    void whoIsNotTrustedIsTheClientWhateverItSays() {
        assertThat(proxies.client("203.0.113.1", List.of("for=198.51.100.1"), List.of("198.51.100.1")))
                .isEqualTo("203.0.113.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1|198.51.100.1",
                "6.6.6.6, 198.51.100.1|198.51.100.1",
                "198.51.100.1, 10.0.0.9|198.51.100.1",
                "198.51.100.1:4711|198.51.100.1",
                "[2001:db8::7]:4711|2001:db8::7",
                "unknown|10.0.0.1",
                "|10.0.0.1"
            })
    void theLastThatNoProxyOfOursIsIsTheClient(String forwardedFor, String client) {
        assertThat(proxies.client("10.0.0.1", List.of(), List.of(forwardedFor == null ? "" : forwardedFor)))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=198.51.100.1|198.51.100.1",
                "proto=https;For=\"198.51.100.1:80\";by=10.0.0.2|198.51.100.1",
                "for=6.6.6.6, for=\"[2001:db8::7]:1\"|2001:db8::7",
                "for=198.51.100.1, for=\"[2001:db8::1]\"|198.51.100.1",
                "for=_hidden|10.0.0.1"
            })
    void theStandardHeaderIsReadTheSameWay(String forwarded, String client) {
        assertThat(proxies.client("10.0.0.1", List.of(forwarded), List.of())).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=6.6.6.6|198.51.100.1|10.0.0.1",
                "for=198.51.100.1|6.6.6.6|10.0.0.1",
                "for=6.6.6.6|6.6.6.6, 198.51.100.1|10.0.0.1",
                "for=6.6.6.6, for=198.51.100.1|198.51.100.1|198.51.100.1",
                "for=\"[2001:db8::0:7]\"|2001:db8::7|2001:db8::0:7"
            })
    void whereTheHeadersDoNotAgreeAClientMayHaveWrittenOneOfThem(String forwarded, String forwardedFor, String client) {
        assertThat(proxies.client("10.0.0.1", List.of(forwarded), List.of(forwardedFor)))
                .isEqualTo(client);
    }

    @Test
    void aNameIsNoAddress() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/99")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
