package io.chatledger.eventstore.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The links of a tenant's chain: {@code hash(n) = SHA-256(hash(n-1) || SHA-256(fields of event n))}. The fields follow
 * one another in the order of {@link StoredEvent}, each behind its length (four bytes, big-endian; -1 for null); texts as
 * UTF-8, numbers as eight bytes, big-endian.
 */
public final class HashChain {

    public static final int BYTES = 32;

    private static final String GENESIS = "chatledger-hash-chain-1";

    private HashChain() {}

    /** What stands before a tenant's first event. */
    public static byte[] genesis(String tenant) {
        MessageDigest digest = sha256();
        text(digest, GENESIS);
        text(digest, tenant);
        return digest.digest();
    }

    /** The hash of an event's fields, wherever it stands. */
    public static byte[] fields(StoredEvent event) {
        MessageDigest digest = sha256();
        text(digest, event.tenant());
        number(digest, event.position());
        text(digest, event.eventId());
        text(digest, event.aggregateType());
        text(digest, event.aggregateId());
        number(digest, event.sequence());
        text(digest, event.name());
        number(digest, event.revision());
        number(digest, event.recordedAtMicros());
        text(digest, event.payload());
        text(digest, event.metadata());
        return digest.digest();
    }

    /** The hash of an event behind another. */
    public static byte[] link(byte[] previous, StoredEvent event) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(fields(event));
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void text(MessageDigest digest, @Nullable String value) {
        if (value == null) {
            length(digest, -1);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        length(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, long value) {
        length(digest, Long.BYTES);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }

    private static void length(MessageDigest digest, int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    }
}
