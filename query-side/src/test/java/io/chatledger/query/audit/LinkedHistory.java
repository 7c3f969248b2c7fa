package io.chatledger.query.audit;

import static io.chatledger.query.TestDatabase.OWNER;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.eventstore.chain.CheckpointKey;
import io.chatledger.eventstore.chain.CheckpointKeys;
import io.chatledger.eventstore.chain.CheckpointSigner;
import io.chatledger.eventstore.chain.HashChain;
import io.chatledger.eventstore.chain.StoredEvent;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Rows;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** A tenant's events with their chain and its checkpoints, as store and notary leave them: a second apart from START. */
final class LinkedHistory implements CheckpointKeys {

    private final TenantId tenant;
    private final List<StoredEvent> events = new ArrayList<>();
    private final CheckpointKey key;
    private final CheckpointSigner signer;
    private byte[] head;
    private String previous;

    LinkedHistory(TenantId tenant, int size) {
        this.tenant = tenant;
        this.head = HashChain.genesis(tenant.value());
        this.previous = HexFormat.of().formatHex(head);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            key = CheckpointKey.of(pair.getPublic(), Instant.EPOCH);
            signer = new CheckpointSigner(key, pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        store(size);
    }

    /** Of the n-th event, from 0. */
    long position(int n) {
        return events.get(n).position();
    }

    /** Signs what there is. */
    Checkpoint sign() {
        long last = events.getLast().position();
        Checkpoint signed = Checkpoint.unsigned(
                        tenant.value(), last, events.size(), HexFormat.of().formatHex(head), previous, Rows.START)
                .signedBy(signer);
        OWNER.execute(
                "insert into event_checkpoint values ({0}, {1}, {2}, {3}, {4}, {5}::timestamptz, {6}, {7})",
                DSL.val(tenant.value()),
                DSL.val(last),
                DSL.val(signed.events()),
                DSL.val(head),
                DSL.val(HexFormat.of().parseHex(signed.previous())),
                DSL.val(signed.at().toString()),
                DSL.val(signed.keyId()),
                DSL.val(Base64.getDecoder().decode(signed.signature())));
        previous = signed.hash();
        return signed;
    }

    /** Stores and links so many more. */
    void store(int more) {
        long position = OWNER.resultQuery("select greatest(position, (select coalesce(max(position), 0) from event))"
                        + " from event_head")
                .fetchOneInto(long.class);
        List<Query> rows = new ArrayList<>();
        for (int n = 0; n < more; n++) {
            StoredEvent event = event(++position, events.size());
            events.add(event);
            head = HashChain.link(head, event);
            rows.add(row(event));
            rows.add(OWNER.query(
                    "insert into event_hash values ({0}, {1}, {2})",
                    DSL.val(tenant.value()), DSL.val(position), DSL.val(head)));
        }
        OWNER.batch(rows).execute();
        end(position);
    }

    private void end(long position) {
        OWNER.execute("update event_head set position = {0}", DSL.val(position));
        OWNER.execute("update notary_place set position = {0}", DSL.val(position));
        OWNER.execute(
                "insert into chain_head (tenant_id, position, events, hash) values ({0}, {1}, {2}, {3})"
                        + " on conflict (tenant_id) do update set position = {1}, events = {2}, hash = {3}",
                DSL.val(tenant.value()), DSL.val(position), DSL.val(events.size()), DSL.val(head));
    }

    static Query row(StoredEvent event) {
        return OWNER.query(
                "insert into event values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}::timestamptz, {9}::json, {10}::json)",
                DSL.val(event.position()),
                DSL.val(event.eventId()),
                DSL.val(event.tenant()),
                DSL.val(event.aggregateType()),
                DSL.val(event.aggregateId()),
                DSL.val(event.sequence()),
                DSL.val(event.name()),
                DSL.val(event.revision()),
                DSL.val(Instant.EPOCH
                        .plus(event.recordedAtMicros(), ChronoUnit.MICROS)
                        .toString()),
                DSL.val(event.payload()),
                DSL.val(event.metadata()));
    }

    StoredEvent event(long position, int n) {
        return new StoredEvent(
                tenant.value(),
                position,
                "e" + position,
                "Conversation",
                tenant.value() + "/conversation/c1",
                n,
                "conversation.NoteAdded",
                2,
                ChronoUnit.MICROS.between(Instant.EPOCH, Rows.START.plusSeconds(n)),
                "{\"text\":  \"Ñandú " + n + "\"}",
                "{}");
    }

    @Override
    public List<CheckpointKey> published() {
        return List.of(key);
    }

    @Override
    public CheckpointSigner signer() {
        return signer;
    }
}
