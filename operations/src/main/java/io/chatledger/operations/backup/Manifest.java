package io.chatledger.operations.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup consists of. It is written last: a backup without one was cut short.
 *
 * @param startedAt by the clock of PostgreSQL, as {@code finishedAt}: the backup can be restored to any moment after it
 * @param eventHead position of the newest event at the end
 * @param walStart name of the first file of the log that is needed
 * @param walStop name of the last one
 */
record Manifest(
        int format,
        Instant startedAt,
        Instant finishedAt,
        String postgres,
        String systemIdentifier,
        long eventHead,
        String walStart,
        String walStop,
        List<Entry> files) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A file, compressed in the backup under its name with {@code .gz}.
     *
     * @param size in bytes, not compressed
     * @param sha256 of what it holds, not compressed, in hexadecimal
     */
    record Entry(String path, long size, String sha256) {}

    static Manifest read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Manifest.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    }

    long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }
}
