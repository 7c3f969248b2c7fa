package io.chatledger.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor time that this process and PostgreSQL, with all its processes, have used. */
final class CpuClock {

    /** The kernel counts for everybody in hundredths of a second. */
    private static final long MICROS_A_TICK = 10_000;

    private static final int USER = 11;
    private static final int OF_ENDED_CHILDREN = 13;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long postmaster;

    CpuClock(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Microseconds. */
    record Used(double jvm, double postgres) {

        Used since(Used before) {
            return new Used(jvm - before.jvm, postgres - before.postgres);
        }

        Used each(long commands) {
            return new Used(jvm / Math.max(1, commands), postgres / Math.max(1, commands));
        }

        double sum() {
            return jvm + postgres;
        }
    }

    Used now() throws IOException {
        long ticks = ticks(postmaster, USER, 4);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants)) {
            for (ProcessHandle child : children.toList()) {
                ticks += ticks(child.pid(), USER, OF_ENDED_CHILDREN - USER);
            }
        }
        return new Used(system.getProcessCpuTime() / 1e3, ticks * (double) MICROS_A_TICK);
    }

    /** The sum of some fields behind the name, which stands in brackets and may hold anything. */
    private static long ticks(long pid, int first, int count) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" "))
                    .skip(first)
                    .limit(count)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
