package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL puts its log of changes, file by file and compressed, and gets it back from.
 *
 * @param folder absolute
 */
public record WalArchive(Path folder) {

    /** A file is sent off after so long even if it is not full: this much can be lost with the machine. */
    private static final int SECONDS = 60;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSx").withZone(ZoneOffset.UTC);

    /** @throws StartupFailure if it cannot be made */
    public static WalArchive in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new WalArchive(folder.toRealPath());
        } catch (IOException unwritable) {
            throw new StartupFailure(
                    "The backup folder " + folder + " cannot be written (" + unwritable + ").", unwritable);
        }
    }

    /** A name is given to complete files only; what is there already has to be the same. */
    Map<String, String> settings() {
        String file = quoted("/%f.gz");
        String part = quoted("/.%f.part");
        return Map.of(
                "archive_mode",
                "on",
                "archive_timeout",
                SECONDS + "s",
                "archive_command",
                "if test -f " + file + "; then gzip -dc " + file + " | cmp -s - \"%p\"; else nice gzip -1 -c \"%p\" > "
                        + part + " && sync " + part + " && mv " + part + " " + file + "; fi");
    }

    /** @param until the last moment to be restored; null for all there is */
    Map<String, String> recovery(@Nullable Instant until) {
        Map<String, String> settings = new LinkedHashMap<>();
        String file = quoted("/%f.gz");
        settings.put("restore_command", "test -f " + file + " && gzip -dc " + file + " > \"%p\"");
        settings.put("recovery_target_timeline", "latest");
        settings.put("hot_standby", "off");
        if (until != null) {
            settings.put("recovery_target_time", TIME.format(until));
            settings.put("recovery_target_action", "promote");
        }
        return settings;
    }

    /** For the shell; PostgreSQL reads a percent sign as its own. */
    private String quoted(String end) {
        String path = folder.toString().replace("'", "'\\''").replace("%", "%%");
        return "'" + path + end + "'";
    }
}
