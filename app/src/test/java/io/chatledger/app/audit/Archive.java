package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Client;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An exported archive, to be changed and checked by the script that outsiders use. */
record Archive(Path file) {

    private static final Path SCRIPT = Path.of("..", "scripts", "verify-export").toAbsolutePath();

    /** What the script said. */
    record Result(int exit, String output) {

        void assertHolds() {
            assertThat(exit).as(output).isZero();
        }

        void assertRefused(String why) {
            assertThat(output).startsWith("NOT VALID").contains(why);
            assertThat(exit).isOne();
        }
    }

    static Archive of(Client client, String query) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.base().resolve("/api/v1/audit/export" + query));
        client.headers().forEach(request::header);
        Path file = Files.createTempFile("export", ".zip");
        HttpResponse<Path> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        return new Archive(file);
    }

    Map<String, String> content() throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                content.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    List<String> lines() throws IOException {
        return new ArrayList<>(
                content().getOrDefault("events.jsonl", "").lines().toList());
    }

    /** The same archive with other lines. */
    Archive with(List<String> lines) throws IOException {
        return with("events.jsonl", String.join("\n", lines) + "\n");
    }

    Archive with(String name, String text) throws IOException {
        Map<String, String> content = content();
        content.put(name, text);
        return of(content);
    }

    static Archive of(Map<String, String> content) throws IOException {
        Path file = Files.createTempFile("changed", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> one : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new Archive(file);
    }

    Result verified(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }
}
