package io.chatledger.web.bounds;

import io.chatledger.command.request.ClientAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Those whose word is taken for the address of whom they forward for: {@code Forwarded} (RFC 7239) or {@code
 * X-Forwarded-For}. Both are read from the end, as far as the proxies are trusted; what a client wrote itself stands
 * before that. A proxy that writes one of them lets the other one through as its client wrote it, so where both are there
 * and do not agree, neither is believed.
 */
final class TrustedProxies {

    private final List<IpAddressMatcher> trusted;

    /** @param trusted addresses or CIDR blocks */
    TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream()
                .map(String::trim)
                .filter(one -> !one.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    boolean contains(String address) {
        return trusted.stream().anyMatch(one -> one.matches(address));
    }

    /**
     * The address that a request really came from.
     *
     * @param peer the other end of the connection
     * @param forwarded values of {@code Forwarded}, in their order
     * @param forwardedFor values of {@code X-Forwarded-For}, in their order
     */
    String client(String peer, List<String> forwarded, List<String> forwardedFor) {
        if (trusted.isEmpty() || !contains(peer)) {
            return peer;
        }
        String standard = client(peer, hops(forwarded, true));
        String usual = client(peer, hops(forwardedFor, false));
        if (forwarded.isEmpty()) {
            return usual;
        }
        boolean agreed = ClientAddress.network(standard).equals(ClientAddress.network(usual));
        return forwardedFor.isEmpty() || agreed ? standard : peer;
    }

    private String client(String peer, List<String> hops) {
        String client = peer;
        for (String hop : hops) {
            String address = address(hop);
            if (address == null) {
                return client; // obfuscated or nonsense: nobody further away is known
            }
            client = address;
            if (!contains(address)) {
                return client;
            }
        }
        return client;
    }

    /** The nearest first. */
    private static List<String> hops(List<String> headers, boolean structured) {
        List<String> hops = new ArrayList<>();
        for (String header : headers) {
            for (String hop : header.split(",", -1)) {
                hops.add(structured ? node(hop) : hop.trim());
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    private static String node(String element) {
        for (String pair : element.split(";", -1)) {
            String trimmed = pair.trim();
            if (trimmed.toLowerCase(Locale.ROOT).startsWith("for=")) {
                return trimmed.substring("for=".length()).replace("\"", "").trim();
            }
        }
        return "";
    }

    /** Without brackets and port. */
    private static @Nullable String address(String hop) {
        String bare = hop;
        if (bare.startsWith("[") && bare.contains("]")) {
            bare = bare.substring(1, bare.indexOf(']'));
        } else if (bare.indexOf(':') >= 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        return ClientAddress.isLiteral(bare) ? bare : null;
    }
}
