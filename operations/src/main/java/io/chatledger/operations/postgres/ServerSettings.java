package io.chatledger.operations.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of the embedded server. They stand in its command line, so that no edited file can make an acknowledged
 * event less than durable.
 */
final class ServerSettings {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private ServerSettings() {}

    static List<String> arguments(DataFolder folder, int port, Map<String, String> extra) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cluster_name", folder.clusterName());
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.putAll(DURABLE);
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "256MB");
        settings.put("wal_level", "replica");
        settings.put("max_wal_size", "1GB");
        settings.put("checkpoint_timeout", "5min");
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.putAll(quiet());
        settings.putAll(extra);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    /** Refused statements are the application's business, and their text may hold personal data. */
    private static Map<String, String> quiet() {
        return Map.of(
                "log_min_messages", "log",
                "log_min_error_statement", "panic",
                "log_checkpoints", "off",
                "log_line_prefix", "%m [%p] ");
    }
}
