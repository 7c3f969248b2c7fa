package io.chatledger.operations.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What PostgreSQL writes about itself. */
record ServerLog(Path file) {

    private static final long LARGE = 10L << 20;
    private static final int TAIL = 8192;

    /** Begins a new file once the old one is large; one old file is kept. */
    void rotate() {
        try {
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw DataFolder.unwritable(file, e);
        }
    }

    long size() {
        return file.toFile().length();
    }

    /** The line that says why it ended, among what was written after an offset. */
    String lastComplaint(long offset) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(offset, log.length() - TAIL);
            byte[] tail = new byte[(int) Math.max(0, log.length() - from)];
            log.seek(from);
            log.readFully(tail);
            List<String> lines = new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce((first, second) -> second)
                    .orElse(lines.isEmpty() ? "it says nothing" : lines.getLast());
        } catch (IOException e) {
            return "its log cannot be read (" + e + ")";
        }
    }
}
