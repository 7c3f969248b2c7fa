package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where everything of one installation lies.
 *
 * @param root absolute, without symbolic links, so that one folder has one name
 */
record DataFolder(Path root) {

    /** Names another folder for the unpacked programs, so that many data folders can share them. */
    private static final String PROGRAMS = "chatledger.postgres.programs";

    static DataFolder prepare(Path given) {
        try {
            Path absolute = given.toAbsolutePath().normalize();
            Files.createDirectories(absolute);
            return new DataFolder(absolute.toRealPath());
        } catch (IOException e) {
            throw unwritable(given, e);
        }
    }

    static StartupFailure unwritable(Path folder, IOException reason) {
        return new StartupFailure("The data folder " + folder + " cannot be written (" + reason + ").", reason);
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /** A cluster that is not complete yet. */
    Path newCluster() {
        return root.resolve("postgres.new");
    }

    Path programs() {
        String elsewhere = System.getProperty(PROGRAMS);
        return elsewhere == null
                ? root.resolve("postgres-bin")
                : Path.of(elsewhere).toAbsolutePath();
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path password() {
        return root.resolve("postgres-password");
    }

    Path port() {
        return root.resolve("postgres-port");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"), LinkOption.NOFOLLOW_LINKS);
    }

    /** Stands in the command line of every PostgreSQL process of this folder, so that it can be told from others. */
    String clusterName() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(root.toString().getBytes(StandardCharsets.UTF_8));
            return "chatledger-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
