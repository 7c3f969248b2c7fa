package io.chatledger.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupToolIT {

    @TempDir
    Path parent;

    @BeforeAll
    static void unpackOnce() {
        System.setProperty(
                "chatledger.postgres.programs",
                Path.of("target", "postgres-bin").toString());
    }

    @Test
    void aDatabaseThatDoesNotArchiveIsNotBackedUp() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(parent.resolve("plain"))) {
            assertThat(BackupTool.run(
                            "--to",
                            parent.resolve("none").toString(),
                            "--data",
                            parent.resolve("plain").toString()))
                    .isOne();
            assertThat(database.pid()).isPositive();
        }
        assertThat(BackupTool.run("--to")).isEqualTo(2);
        assertThat(RestoreTool.run("--from", "x", "--to", "y", "--until", "yesterday"))
                .isEqualTo(2);
    }
}
