package io.chatledger.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where backups lie: {@code base/<time>/} for copies of the database, {@code wal/} for what changed since, and the list
 * of the forgotten.
 */
record BackupFolder(Path root) {

    static final String MANIFEST = "manifest.json";

    Path base() {
        return root.resolve("base");
    }

    Path wal() {
        return root.resolve("wal");
    }

    Path erasures() {
        return root.resolve("erasures.jsonl");
    }

    /** Complete ones, the oldest first. */
    List<Backup> backups() throws IOException {
        if (!Files.isDirectory(base())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(base())) {
            return folders.filter(folder -> Files.exists(folder.resolve(MANIFEST)))
                    .sorted()
                    .map(folder -> new Backup(folder, Manifest.read(folder.resolve(MANIFEST))))
                    .toList();
        }
    }

    /** One copy of the database. */
    record Backup(Path folder, Manifest manifest) {

        Path files() {
            return folder.resolve("files");
        }
    }
}
