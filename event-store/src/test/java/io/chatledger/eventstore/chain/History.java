package io.chatledger.eventstore.chain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A linked history with checkpoints, as it lies in tables, to be tampered with. */
final class History {

    static final String TENANT = "shop";
    static final int SIZE = 40;
    static final int EVERY = 7;

    final TreeMap<Long, StoredEvent> events = new TreeMap<>();
    final TreeMap<Long, byte[]> hashes = new TreeMap<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    final List<CheckpointKey> keys = new ArrayList<>();
    private final CheckpointSigner signer;

    /** {@link #SIZE} events with a checkpoint at each {@link #EVERY}th. */
    static History of(long seed) {
        return new History(new Random(seed), SIZE, EVERY);
    }

    /** @param every how many events there are between checkpoints */
    History(RandomGenerator random, int size, int every) {
        signer = newSigner();
        long position = 0;
        for (int i = 0; i < size; i++) {
            position += 1 + random.nextInt(5);
            events.put(position, event(position, i, random));
        }
        link();
        int count = 0;
        for (long at : events.keySet()) {
            if (++count % every == 0) {
                checkpoints.add(checkpoint(at, count));
            }
        }
    }

    CheckpointSigner newSigner() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            CheckpointKey key = CheckpointKey.of(pair.getPublic(), Instant.EPOCH);
            keys.add(key);
            return new CheckpointSigner(key, pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As somebody does who has changed events and covers it up. */
    void link() {
        hashes.clear();
        byte[] hash = HashChain.genesis(TENANT);
        for (StoredEvent event : events.values()) {
            hash = HashChain.link(hash, event);
            hashes.put(event.position(), hash);
        }
    }

    Verdict verdict() {
        ChainCheck check = new ChainCheck(TENANT, keys);
        TreeMap<Long, Object> positions = new TreeMap<>(events);
        positions.putAll(hashes);
        int next = 0;
        for (long at : positions.keySet()) {
            while (next < checkpoints.size() && checkpoints.get(next).position() < at) {
                check.checkpoint(checkpoints.get(next++));
            }
            StoredEvent event = events.get(at);
            if (event == null) {
                check.orphan(at);
            } else {
                check.event(event, hashes.get(at));
            }
        }
        while (next < checkpoints.size()) {
            check.checkpoint(checkpoints.get(next++));
        }
        return check.verdict();
    }

    long positionOf(int index) {
        return eventOf(index).position();
    }

    StoredEvent eventOf(int index) {
        return events.values().stream().skip(index).findFirst().orElseThrow();
    }

    private Checkpoint checkpoint(long at, int count) {
        String previous = checkpoints.isEmpty()
                ? HexFormat.of().formatHex(HashChain.genesis(TENANT))
                : checkpoints.getLast().hash();
        return Checkpoint.unsigned(
                        TENANT,
                        at,
                        count,
                        HexFormat.of().formatHex(hashes.get(at)),
                        previous,
                        Instant.ofEpochSecond(at))
                .signedBy(signer);
    }

    private static StoredEvent event(long position, int index, RandomGenerator random) {
        return new StoredEvent(
                TENANT,
                position,
                "id-" + index,
                random.nextBoolean() ? "Conversation" : null,
                "shop/conversation/" + random.nextInt(3),
                random.nextInt(10),
                "conversation.NoteAdded",
                1,
                1_700_000_000_000_000L + position,
                "{\"text\": \"" + random.nextInt() + "\"}",
                "{\"tenant\":\"shop\"}");
    }
}
