package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.tenant.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {

    private static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @ParameterizedTest
    @ValueSource(strings = {"a", "shop-1", "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmno"})
    void takesAStreamOfTheFeatureWhoeverOwnsIt(String tenant) {
        String stream = tenant + "/channel/" + KEY;
        assertThat(StreamId.checked(stream, "channel")).isEqualTo(stream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "channel",
                "/channel/" + KEY,
                "shop/channel",
                "shop/channel/",
                "shop/contact/" + KEY,
                "shop/channels/" + KEY,
                "shop/channel" + KEY,
                "shop/channel/" + KEY + "0",
                "shop/channel/0f8fad5b-d9cb-469f-a165-70867728950",
                "shop/channel/0F8FAD5B-d9cb-469f-a165-70867728950e",
                "shop/channel/0f8fad5b0d9cb-469f-a165-70867728950e",
                "shop/channel/0f8fad5b-d9cb-469f-a165--0867728950e",
                "shop/channel/0f8fad5g-d9cb-469f-a165-70867728950e",
                "Shop/channel/" + KEY,
                "sh op/channel/" + KEY,
                "sh_op/channel/" + KEY,
                "shop/channel/" + KEY + "\n",
                "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmnop/channel/" + KEY,
                "shop/shop/channel/" + KEY
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> StreamId.checked(text, "channel")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Shop",
                "shop/1",
                "sh\u00f3p",
                "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmnop"
            })
    void refusesWhatIsNoTenant(String text) {
        assertThatThrownBy(() -> new TenantId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesADashAndADigitInATenant() {
        assertThat(new TenantId("shop-24").value()).isEqualTo("shop-24");
    }
}
