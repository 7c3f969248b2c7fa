package io.chatledger.app.description;

import io.chatledger.app.rig.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import io.chatledger.app.rig.RunningApplication;

class RecordExamplesIT {
    static final boolean ON = true;
    static void keep(String id, Answer answer, ExampleWorld world) {
        try {
            Files.createDirectories(Path.of("/tmp/api-document/rec"));
            String text = answer.text();
            for (Map.Entry<String, String> e : world.live().entrySet()) if (e.getValue().length() > 3) text = text.replace(e.getValue(), e.getKey());
            Files.writeString(Path.of("/tmp/api-document/rec/" + id + ".json"), answer.status() + "\n" + answer.header("Content-Type") + "\n" + text);
        } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
    }
    @Test
    void record() throws Exception {
        Files.createDirectories(Path.of("/tmp/api-document/rec"));
        Files.writeString(Path.of("/tmp/api-document/rec/document.json"), RunningApplication.stranger().get("/v3/api-docs").text());
        Files.writeString(Path.of("/tmp/api-document/rec/page.html"), RunningApplication.stranger().get("/docs/api").text());
        ExampleWorld world = ExampleWorld.create();
        StringBuilder log = new StringBuilder();
        for (Document.Operation one : Document.operations().toList()) {
            try {
                if (one.path().startsWith("/api/v1/admin/dead-letters")) continue;
                Answer answer = ExamplesIT.carriedOut(one, world.admin(), world);
                keep(one.id(), answer, world);
            } catch (Throwable e) { log.append(one + " " + e + "\n"); }
        }
        Files.writeString(Path.of("/tmp/api-document/rec/log.txt"), log.toString());
    }
}
