package io.chatledger.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.operations.backup.BackupFolder.Backup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Retention RETENTION = new Retention(Duration.ofHours(6), Duration.ofDays(30), 12);

    @Test
    void keepsAllOfAMonthAndTheFirstOfEachMonthOfAYear() {
        List<Backup> backups = daily(500);
        List<Backup> kept = new ArrayList<>(backups);
        kept.removeAll(RETENTION.outdated(backups, NOW));
        assertThat(kept.stream().filter(one -> !one.manifest().finishedAt().isBefore(NOW.minus(Duration.ofDays(30)))))
                .hasSize(31);
        assertThat(kept.stream()
                        .map(one -> one.manifest().finishedAt())
                        .filter(made -> made.isBefore(NOW.minus(Duration.ofDays(30)))))
                .allMatch(made -> made.toString().contains("-01T"))
                .hasSize(11)
                .first()
                .isEqualTo(Instant.parse("2025-12-01T12:00:00Z"));
    }

    @Test
    void keepsTheNewestHoweverOldItIs() {
        List<Backup> backups = daily(500).subList(0, 3);
        assertThat(RETENTION.outdated(backups, NOW)).doesNotContain(backups.getLast());
    }

    @Test
    void keepsTheLogSinceTheFirstBackupThatIsCompleteAndThatOfMonthlyOnes() {
        List<Backup> kept = List.of(backup(Duration.ofDays(200), 10, 12), backup(Duration.ofDays(29), 50, 51));
        assertThat(RETENTION.needs(segment(9), kept, NOW)).isFalse();
        assertThat(RETENTION.needs(segment(10), kept, NOW)).isTrue();
        assertThat(RETENTION.needs(segment(12), kept, NOW)).isTrue();
        assertThat(RETENTION.needs(segment(13), kept, NOW)).isFalse();
        assertThat(RETENTION.needs(segment(49), kept, NOW)).isFalse();
        assertThat(RETENTION.needs(segment(50), kept, NOW)).isTrue();
        assertThat(RETENTION.needs(segment(900), kept, NOW)).isTrue();
        assertThat(RETENTION.needs("00000002.history", kept, NOW)).isTrue();
    }

    private static List<Backup> daily(int count) {
        List<Backup> backups = new ArrayList<>();
        for (int day = count - 1; day >= 0; day--) {
            backups.add(backup(Duration.ofDays(day), count - day, count - day));
        }
        return backups;
    }

    private static Backup backup(Duration age, int start, int stop) {
        Instant made = NOW.minus(age);
        return new Backup(
                Path.of(made.toString()),
                new Manifest(Manifest.FORMAT, made, made, "18.6", "1", 0, segment(start), segment(stop), List.of()));
    }

    private static String segment(int number) {
        return "0000000100000000%08X".formatted(number);
    }
}
