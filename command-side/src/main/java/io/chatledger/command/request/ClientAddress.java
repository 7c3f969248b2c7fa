package io.chatledger.command.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as those who count by it need it. */
public final class ClientAddress {

    /** Half of an IPv6 address: what a provider gives one customer (RFC 6177), who may use any address in it. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The IPv4 address, or the /64 network of an IPv6 address. */
    public static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    /** As {@link #of}, of an address that is written down; one that is none stands for itself. */
    public static String network(String address) {
        InetAddress parsed = parsed(address);
        return parsed == null ? address : network(parsed);
    }

    /** As {@link #of}. */
    public static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }

    /** Whether it is an address, not a name. */
    public static boolean isLiteral(String text) {
        return parsed(text) != null;
    }

    private static @Nullable InetAddress parsed(String address) {
        int zone = address.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
