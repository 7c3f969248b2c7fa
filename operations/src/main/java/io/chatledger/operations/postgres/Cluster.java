package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** PostgreSQL's own folder and the password that opens it. */
final class Cluster {

    static final String USER = "chatledger";

    private static final String VERSION = "18";
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE = mode("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = mode("rwx------");

    private Cluster() {}

    /** The generated password; it never leaves the data folder. */
    static String password(DataFolder folder) {
        try {
            if (!Files.exists(folder.password()) || Files.size(folder.password()) == 0) {
                if (folder.hasCluster()) {
                    throw new StartupFailure("The file " + folder.password()
                            + " is missing; without it the database beside it cannot be opened.");
                }
                Files.deleteIfExists(folder.password());
                Files.createFile(folder.password(), PRIVATE_FILE);
                Files.writeString(folder.password(), generated(), StandardOpenOption.SYNC);
            }
            return Files.readString(folder.password()).strip();
        } catch (IOException e) {
            throw DataFolder.unwritable(folder.root(), e);
        }
    }

    /** Makes the cluster where there is none. One that was cut short on the way never gets its name. */
    static void prepare(DataFolder folder, Programs programs, RunAs runAs) {
        try {
            if (folder.hasCluster()) {
                refuseOtherVersion(folder);
                runAs.own(folder.cluster());
                return;
            }
            Path fresh = folder.newCluster();
            if (Files.exists(fresh)) {
                Programs.delete(fresh);
            }
            Files.createDirectory(fresh, PRIVATE_FOLDER);
            runAs.own(fresh);
            initialize(folder, programs, runAs);
            Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataFolder.unwritable(folder.root(), e);
        }
    }

    private static void initialize(DataFolder folder, Programs programs, RunAs runAs) throws IOException {
        List<String> command = runAs.command(List.of(
                programs.path("initdb"),
                "--pgdata=" + folder.newCluster(),
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.password(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new StartupFailure("PostgreSQL could not be set up in " + folder.root() + ": " + complaint(said));
        }
    }

    private static String complaint(String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("error:") || line.contains("FATAL:"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it says nothing." : lines.getLast());
    }

    private static void refuseOtherVersion(DataFolder folder) throws IOException {
        String version =
                Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new StartupFailure("The database in " + folder.cluster() + " was made by PostgreSQL " + version
                    + "; this is PostgreSQL " + VERSION + ".");
        }
    }

    private static String generated() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
