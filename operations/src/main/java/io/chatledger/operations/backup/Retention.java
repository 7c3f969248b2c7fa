package io.chatledger.operations.backup;

import io.chatledger.operations.backup.BackupFolder.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Which backups stay: all of the last days, from which every moment can be restored, and the first of each month for a
 * year, which can be restored as they are. The newest always stays.
 */
record Retention(Duration every, Duration complete, int months) {

    static final Retention USUAL = new Retention(Duration.ofHours(6), Duration.ofDays(30), 12);

    private static final int SEGMENT_NAME = 24;
    private static final int TIMELINE = 8;

    /** What may go. */
    List<Backup> outdated(List<Backup> backups, Instant now) {
        Set<YearMonth> seen = new HashSet<>();
        YearMonth oldest = month(now).minusMonths(months);
        return backups.stream()
                .filter(backup -> {
                    Instant made = backup.manifest().finishedAt();
                    boolean first = seen.add(month(made));
                    boolean recent = !made.isBefore(now.minus(complete));
                    boolean monthly = first && month(made).isAfter(oldest);
                    return !recent && !monthly && backup != backups.getLast();
                })
                .toList();
    }

    /** Whether a file of the log is still needed by a backup that stays. */
    boolean needs(String segment, List<Backup> kept, Instant now) {
        if (segment.length() < SEGMENT_NAME) {
            return true; // the history of a timeline: small, and needed for ever
        }
        String place = segment.substring(TIMELINE, SEGMENT_NAME);
        Backup firstComplete = kept.stream()
                .filter(backup -> !backup.manifest().finishedAt().isBefore(now.minus(complete)))
                .findFirst()
                .orElse(kept.getLast());
        if (place.compareTo(firstComplete.manifest().walStart().substring(TIMELINE)) >= 0) {
            return true;
        }
        return kept.stream()
                .map(Backup::manifest)
                .anyMatch(one -> place.compareTo(one.walStart().substring(TIMELINE)) >= 0
                        && place.compareTo(one.walStop().substring(TIMELINE)) <= 0);
    }

    /** Removes what is not needed any more. */
    void apply(BackupFolder folder, Instant now) throws IOException {
        for (Backup backup : outdated(folder.backups(), now)) {
            // the manifest first: what is left of a removal that was cut short is no backup
            Files.delete(backup.folder().resolve(BackupFolder.MANIFEST));
            FileSystemUtils.deleteRecursively(backup.folder());
        }
        List<Backup> kept = folder.backups();
        if (kept.isEmpty()) {
            return;
        }
        try (Stream<Path> segments = Files.list(folder.wal())) {
            for (Path segment : (Iterable<Path>) segments::iterator) {
                String name = segment.getFileName().toString();
                if (!name.startsWith(".") && !needs(name.replace(".gz", ""), kept, now)) {
                    Files.delete(segment);
                }
            }
        }
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
