package io.chatledger.lab.chaos;

import java.net.InetAddress;

/**
 * Addresses of this machine that clients come from, in turn.
 *
 * @param network its first two bytes, such as {@code 127.1}
 * @param addresses how many
 */
record Crowd(String network, int addresses) {

    static final Crowd STRANGERS = new Crowd("127.1", 200);
    static final Crowd GREEDY = new Crowd("127.2", 20);

    InetAddress address(int client) {
        int address = client % addresses;
        return InetAddress.ofLiteral(network + "." + address / 100 + "." + (1 + address % 100));
    }
}
