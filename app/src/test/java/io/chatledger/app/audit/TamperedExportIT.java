package io.chatledger.app.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the script says of archives that are not as they were exported. */
class TamperedExportIT {

    private final AuditApplication application = AuditApplication.SHARED;
    private final AuditedBusiness audited = AuditedBusiness.with(application, 5);

    @Test
    void aChangedLineIsNamed() throws Exception {
        Archive archive = Archive.of(audited.owner(), "");
        List<String> lines = archive.lines();
        lines.set(3, lines.get(3).replace("\"sequence\":", "\"sequence\":1"));
        archive.with(lines).verified().assertRefused("position " + audited.positionOf(3) + " does not hold");
    }

    @Test
    void aRemovedLineIsNoticedAtTheNext() throws Exception {
        Archive archive = Archive.of(audited.owner(), "");
        List<String> lines = archive.lines();
        lines.remove(3);
        archive.with(lines).verified().assertRefused("position " + audited.positionOf(4) + " does not hold");
    }

    @Test
    void theFirstAndTheLastLineAreMissed() throws Exception {
        Archive archive = Archive.of(audited.owner(), "");
        List<String> lines = archive.lines();

        archive.with(lines.subList(1, lines.size()))
                .verified()
                .assertRefused("position " + audited.positionOf(0) + " does not hold");
        archive.with(lines.subList(0, lines.size() - 1)).verified().assertRefused("NOT VALID");
    }

    @Test
    void anAddedLineIsNamed() throws Exception {
        Archive archive = Archive.of(audited.owner(), "");
        List<String> lines = archive.lines();
        lines.add(3, lines.get(3));
        archive.with(lines).verified().assertRefused("position " + audited.positionOf(3) + " does not hold");
    }

    @Test
    void linesThatChangedPlacesAreNamed() throws Exception {
        Archive archive = Archive.of(audited.owner(), "");
        List<String> lines = archive.lines();
        Collections.swap(lines, 3, 4);
        archive.with(lines).verified().assertRefused("position " + audited.positionOf(4) + " does not hold");
    }

    @Test
    void aChangedManifestOrSignatureIsRefused() throws Exception {
        Archive archive = Archive.of(audited.owner(), "");
        String manifest = archive.content().getOrDefault("manifest.json", "");
        archive.with("manifest.json", manifest + " ").verified().assertRefused("signature");
        archive.with("manifest.sig", "AAAA").verified().assertRefused("signature");
        archive.with("more.txt", "").verified().assertRefused("a file too many");
        archive.with("README.txt", "trust me").verified().assertRefused("README.txt");
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws Exception {
        Path file = Files.createTempFile("broken", ".zip");
        byte[] whole = Files.readAllBytes(Archive.of(audited.owner(), "").file());
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        new Archive(file).verified().assertRefused("cannot be read");
        Archive.of(Map.of("manifest.json", "{}")).verified().assertRefused("it has no ");
        new Archive(Path.of("/nowhere")).verified().assertRefused("there is no file");
        Archive.of(audited.owner(), "")
                .with("events.jsonl", "a".repeat(30 << 20))
                .verified()
                .assertRefused("well compressed");
    }

    @Test
    void whatWasTamperedWithIsExportedAsItIsAndFound() throws Exception {
        application.awaitLinked();
        long at = audited.positionOf(4);
        application.tamper("update event set payload = (payload::text || ' ')::json where position = ?", at);
        Archive.of(audited.owner(), "").verified().assertRefused("position " + at + " does not hold");
    }
}
