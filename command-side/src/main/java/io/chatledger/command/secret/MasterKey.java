package io.chatledger.command.secret;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key under which this installation keeps its secrets: 32 bytes, from outside, never stored with the data. */
public record MasterKey(SecretKey key) {

    /** @throws IllegalArgumentException if there are not 32 bytes */
    public static MasterKey of(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("the master key has to have 32 bytes");
        }
        return new MasterKey(new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
