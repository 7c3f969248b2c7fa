package io.chatledger.app.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Addresses as those who count by them need them. */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** An IPv6 address stands for its /64, as one customer of a provider has at least that (RFC 6177). */
    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                : address.getHostAddress();
    }

    /** @param literal an address, not a name */
    static String network(String literal) {
        try {
            return network(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException none) {
            return literal;
        }
    }

    static boolean isLiteral(String text) {
        try {
            return InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
