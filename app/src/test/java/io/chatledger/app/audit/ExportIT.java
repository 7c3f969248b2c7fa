package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.chain.CheckpointKey;
import io.chatledger.eventstore.chain.CheckpointSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
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
        Archive.Result result = Archive.of(audited.owner(), "").verified();
        result.assertHolds();
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
        Archive.Result result = Archive.of(audited.owner(), "").verified("--key", keys.toString());
        result.assertHolds();
        assertThat(result.output()).doesNotContain("WARNING");
    }

    @Test
    void anotherKeyIsNotTaken() throws Exception {
        String key = CheckpointKey.of(pair().getPublic(), Instant.EPOCH).publicKey();
        Archive.of(audited.owner(), "").verified("--key", key).assertRefused("another key");
    }

    @Test
    void anArchiveOfSomebodysOwnMakingIsOnlyAsGoodAsItsKey() throws Exception {
        Archive forged = forged(Archive.of(audited.owner(), ""));
        assertThat(forged.verified().exit()).isZero();
        String ours = application
                .stranger()
                .get("/api/v1/audit/keys")
                .items()
                .getLast()
                .get("publicKey")
                .asString();
        forged.verified("--key=" + ours).assertRefused("another key");
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
        result.assertHolds();
    }

    @Test
    void aPeriodWithoutEventsIsAnArchiveToo() throws Exception {
        Archive.Result result =
                Archive.of(audited.owner(), "?to=2020-01-01T00:00:00Z").verified();
        result.assertHolds();
        assertThat(result.output()).startsWith("VALID: 0 events");
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        audited.owner().get("/api/v1/audit/export?from=yesterday").refusedWith(400, "invalid-request");
        audited.owner()
                .get("/api/v1/audit/export?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .refusedWith(400, "invalid-request");
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
