package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.audit.CheckpointKey;
import io.chatledger.kernel.audit.CheckpointSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportIT {

    private final AuditApplication application = AuditApplication.SHARED;
    private final AuditedBusiness audited = AuditedBusiness.with(application, 5);

    @Test
    void theScriptFindsAnArchiveValidAndSaysWhatItsKeyIsWorth() throws Exception {
        audited.checkpoint();
        audited.note("después");
        Archive.Result result = whole().verified();
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output())
                .startsWith("VALID: " + audited.count() + " events")
                .contains("checkpoints  1 hold")
                .contains("WARNING")
                .contains("--key");
    }

    @Test
    void withThePublishedKeyThereIsNothingToWarnOf() throws Exception {
        Path keys = Files.createTempFile("keys", ".json");
        Files.writeString(keys, application.stranger().get("/api/v1/audit/keys").text());
        Archive.Result result = whole().verified("--key", keys.toString());
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).doesNotContain("WARNING");
    }

    @Test
    void anotherKeyIsNotTaken() throws Exception {
        String key = CheckpointKey.of(pair().getPublic(), Instant.EPOCH).publicKey();
        refused(whole().verified("--key", key), "another key");
    }

    @Test
    void anArchiveOfSomebodysOwnMakingIsOnlyAsGoodAsItsKey() throws Exception {
        Archive forged = forged(whole());
        assertThat(forged.verified().exit()).isZero();
        String ours = application
                .stranger()
                .get("/api/v1/audit/keys")
                .items()
                .getLast()
                .get("publicKey")
                .asString();
        refused(forged.verified("--key=" + ours), "another key");
    }

    @Test
    void aPartOfTheHistoryIsCheckedFromWhereItBegins() throws Exception {
        audited.checkpoint();
        List<JsonNode> events = audited.events();
        String from = events.get(4).get("recordedAt").asString();
        String to = events.get(8).get("recordedAt").asString();
        audited.checkpoint();
        Archive part = Archive.of(audited.owner(), "?from=" + from + "&to=" + to);
        JsonNode manifest = JsonMapper.shared().readTree(part.content().get("manifest.json"));
        assertThat(manifest.get("firstPosition")).isEqualTo(firstAt(events, from));
        assertThat(manifest.get("eventsBefore").intValue()).isPositive();
        Archive.Result result = part.verified();
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void aPeriodWithoutEventsIsAnArchiveToo() throws Exception {
        Archive.Result result =
                Archive.of(audited.owner(), "?to=2020-01-01T00:00:00Z").verified();
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).startsWith("VALID: 0 events");
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        audited.owner().get("/api/v1/audit/export?from=yesterday").refusedWith(400, "invalid-request");
        audited.owner()
                .get("/api/v1/audit/export?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .refusedWith(400, "invalid-request");
    }

    @Test
    void aChangedLineIsNamed() throws Exception {
        Archive archive = whole();
        List<String> lines = archive.lines();
        lines.set(3, lines.get(3).replace("\"sequence\":", "\"sequence\":1"));
        refused(archive.with(lines).verified(), "position " + audited.positionOf(3) + " does not hold");
    }

    @Test
    void aRemovedLineIsNoticedAtTheNext() throws Exception {
        Archive archive = whole();
        List<String> lines = archive.lines();
        lines.remove(3);
        refused(archive.with(lines).verified(), "position " + audited.positionOf(4) + " does not hold");
    }

    @Test
    void theFirstAndTheLastLineAreMissed() throws Exception {
        Archive archive = whole();
        List<String> lines = archive.lines();
        refused(
                archive.with(lines.subList(1, lines.size())).verified(),
                "position " + audited.positionOf(0) + " does not hold");
        refused(archive.with(lines.subList(0, lines.size() - 1)).verified(), "NOT VALID");
    }

    @Test
    void anAddedLineIsNamed() throws Exception {
        Archive archive = whole();
        List<String> lines = archive.lines();
        lines.add(3, lines.get(3));
        refused(archive.with(lines).verified(), "position " + audited.positionOf(3) + " does not hold");
    }

    @Test
    void linesThatChangedPlacesAreNamed() throws Exception {
        Archive archive = whole();
        List<String> lines = archive.lines();
        Collections.swap(lines, 3, 4);
        refused(archive.with(lines).verified(), "position " + audited.positionOf(4) + " does not hold");
    }

    @Test
    void aChangedManifestOrSignatureIsRefused() throws Exception {
        Archive archive = whole();
        String manifest = archive.content().getOrDefault("manifest.json", "");
        refused(archive.with("manifest.json", manifest + " ").verified(), "signature");
        refused(archive.with("manifest.sig", "AAAA").verified(), "signature");
        refused(archive.with("more.txt", "").verified(), "a file too many");
        refused(archive.with("README.txt", "trust me").verified(), "README.txt");
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws Exception {
        Path file = Files.createTempFile("broken", ".zip");
        byte[] whole = Files.readAllBytes(whole().file());
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(new Archive(file).verified(), "cannot be read");
        refused(Archive.of(Map.of("manifest.json", "{}")).verified(), "it has no ");
        refused(new Archive(Path.of("/nowhere")).verified(), "there is no file");
        refused(whole().with("events.jsonl", "a".repeat(30 << 20)).verified(), "well compressed");
    }

    @Test
    void whatWasTamperedWithIsExportedAsItIsAndFound() throws Exception {
        application.awaitSealed();
        long at = audited.positionOf(4);
        application.tamper("update event set payload = (payload::text || ' ')::json where position = ?", at);
        refused(whole().verified(), "position " + at + " does not hold");
    }

    private Archive whole() throws IOException, InterruptedException {
        return Archive.of(audited.owner(), "");
    }

    private static void refused(Archive.Result result, String why) {
        assertThat(result.output()).startsWith("NOT VALID").contains(why);
        assertThat(result.exit()).isOne();
    }

    private static JsonNode firstAt(List<JsonNode> events, String from) {
        return events.stream()
                .filter(event ->
                        !Instant.parse(event.get("recordedAt").asString()).isBefore(Instant.parse(from)))
                .findFirst()
                .orElseThrow()
                .get("position");
    }

    /** The same archive under a key that somebody else has made. */
    private static Archive forged(Archive archive) throws IOException, GeneralSecurityException {
        KeyPair pair = pair();
        CheckpointKey key = CheckpointKey.of(pair.getPublic(), Instant.EPOCH);
        Map<String, String> content = archive.content();
        String ring = "[{\"keyId\":\"" + key.keyId() + "\",\"publicKey\":\"" + key.publicKey() + "\"}]";
        JsonNode old = JsonMapper.shared().readTree(content.get("manifest.json"));
        JsonNode file = old.get("files").get("keys.json");
        String manifest = content.getOrDefault("manifest.json", "")
                .replace(old.get("keyId").asString(), key.keyId())
                .replace(file.get("sha256").asString(), sha256(ring))
                .replaceFirst(
                        "\"bytes\" : " + file.get("bytes").longValue() + ",(\\s+\"sha256\" : \"" + sha256(ring) + ")",
                        "\"bytes\" : " + ring.length() + ",$1");
        CheckpointSigner signer = new CheckpointSigner(key, pair.getPrivate());
        content.put("keys.json", ring);
        content.put("manifest.json", manifest);
        content.put(
                "manifest.sig",
                Base64.getEncoder().encodeToString(signer.sign(manifest.getBytes(StandardCharsets.UTF_8))));
        return Archive.of(content);
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
