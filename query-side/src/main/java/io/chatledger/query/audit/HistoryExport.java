package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.eventstore.chain.CheckpointKeys;
import io.chatledger.eventstore.chain.CheckpointSigner;
import io.chatledger.kernel.tenant.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an archive that an outsider can check without us; it is streamed and never whole in memory. */
@Component
class HistoryExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChainReads reads;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final InstantSource clock;

    HistoryExport(ChainReads reads, Checkpoints checkpoints, CheckpointKeys keys, InstantSource clock) {
        this.reads = reads;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws IOException if the caller has gone away; what he has then is no archive */
    void write(TenantId tenant, ExportRange range, OutputStream out) throws IOException {
        try (ArchiveFile archive = new ArchiveFile(out)) {
            Events events = new Events(tenant, range, HeavyReads.limit(clock));
            archive.add("events.jsonl", events::write);
            archive.add("checkpoints.jsonl", sink -> checkpoints(tenant, range, sink));
            archive.add("keys.json", sink -> sink.write(JSON.writeValueAsString(keys.published())));
            archive.add("README.txt", sink -> sink.write(readme()));
            CheckpointSigner signer = keys.signer();
            String manifest = JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(ExportManifest.of(
                            tenant.value(),
                            range,
                            events.count,
                            events.head,
                            clock.instant(),
                            signer.keyId(),
                            archive.members()));
            byte[] signature = signer.sign(manifest.getBytes(StandardCharsets.UTF_8));
            archive.add("manifest.json", sink -> sink.write(manifest));
            archive.add("manifest.sig", sink -> sink.write(Base64.getEncoder().encodeToString(signature) + "\n"));
        }
    }

    /** From the first one on, as each builds on the one before; up to the first that covers the archive's end. */
    private void checkpoints(TenantId tenant, ExportRange range, ArchiveFile.Sink sink) throws IOException {
        long end = range.last() == null ? Long.MIN_VALUE : range.last();
        CheckpointSeries series = new CheckpointSeries(checkpoints, tenant);
        boolean covered = false;
        for (Checkpoint next = series.nextBefore(Long.MAX_VALUE);
                next != null && !covered;
                next = series.nextBefore(Long.MAX_VALUE)) {
            sink.write(JSON.writeValueAsString(next) + "\n");
            covered = next.position() >= end;
        }
    }

    private static String readme() throws IOException {
        return new ClassPathResource("audit/export-readme.txt", HistoryExport.class.getClassLoader())
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** The events of an archive, counted. */
    private final class Events {

        private final TenantId tenant;
        private final ExportRange range;
        private final HeavyReads.Limit limit;
        private byte[] head;
        private long count;

        private Events(TenantId tenant, ExportRange range, HeavyReads.Limit limit) {
            this.tenant = tenant;
            this.range = range;
            this.limit = limit;
            this.head = range.hashBefore();
        }

        void write(ArchiveFile.Sink sink) throws IOException {
            Long first = range.first();
            Long last = range.last();
            if (first == null || last == null) {
                return;
            }
            long position = first - 1;
            for (List<LinkedEvent> portion = reads.after(tenant, position, last);
                    !portion.isEmpty();
                    portion = reads.after(tenant, position, last)) {
                limit.goOn();
                for (LinkedEvent one : portion) {
                    write(one, sink);
                }
                position = portion.getLast().position();
            }
        }

        /** A hash whose event is gone stays out; the next event shows it. */
        private void write(LinkedEvent one, ArchiveFile.Sink sink) throws IOException {
            byte @Nullable [] hash = one.hash();
            if (one.event() == null) {
                return;
            }
            sink.write(JSON.writeValueAsString(ExportedEvent.of(one.event(), hash)) + "\n");
            head = hash == null ? head : hash;
            count++;
        }
    }
}
