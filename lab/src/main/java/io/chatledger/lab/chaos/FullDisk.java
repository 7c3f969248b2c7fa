package io.chatledger.lab.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's disk is full for a while. */
final class FullDisk implements Scenario {

    private static final String SIZE = "320m";

    @Override
    public Outcome play(Options options) throws Exception {
        Path disk = Files.createTempDirectory("chatledger-chaos-disk");
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString())) {
            Files.delete(disk);
            throw new Unplayable("a small disk cannot be mounted; that takes root");
        }
        Thread unmount = new Thread(() -> unmount(disk));
        Runtime.getRuntime().addShutdownHook(unmount);
        try {
            return play(options, disk);
        } finally {
            Runtime.getRuntime().removeShutdownHook(unmount);
            unmount(disk);
        }
    }

    private static Outcome play(Options options, Path disk) throws Exception {
        try (Stage stage = new Stage(options, disk.resolve("data")).open(1)) {
            stage.pause(options.seconds(4, 2));
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            stage.pause(options.seconds(20, 12));
            stage.outcome()
                    .demand(stage.traffic().answers().getFirst().refused() > 0, "nobody was told to come back later");
            Files.delete(ballast);
            stage.awaitRecovery();
            stage.pause(options.seconds(5, 2));
            return stage.verdict(false);
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] zeros = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            if (Files.size(ballast) == 0) {
                throw full;
            }
        }
    }

    private static void unmount(Path disk) {
        try {
            run("umount", "-l", disk.toString());
            Files.deleteIfExists(disk);
        } catch (IOException | InterruptedException left) {
            System.err.println("left behind: " + disk);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
