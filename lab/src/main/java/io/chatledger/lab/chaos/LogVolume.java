package io.chatledger.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is in a log.
 *
 * @param stackTraces causes of others counted apart
 */
record LogVolume(long bytes, long stackTraces) {

    static LogVolume of(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        long traces = IntStream.range(1, lines.size())
                .filter(n -> isFrame(lines.get(n)) && !isFrame(lines.get(n - 1)))
                .count();
        return new LogVolume(Files.size(log), traces);
    }

    LogVolume since(LogVolume before) {
        return new LogVolume(bytes - before.bytes, stackTraces - before.stackTraces);
    }

    private static boolean isFrame(String line) {
        return line.startsWith("\tat ");
    }
}
