package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.rig.ReadModelTables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the projections made of the events, and the same made again. */
final class ReadModels {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Database database;
    private final ApplicationProcess node;

    ReadModels(Database database, ApplicationProcess node) {
        this.database = database;
        this.node = node;
    }

    /** Views that are not the same any more after they were made again from the events; there should be none. */
    List<String> differencesToRebuild() throws Exception {
        Map<String, String> live = rows();
        rebuildAll();
        Map<String, String> rebuilt = rows();
        return live.keySet().stream()
                .filter(view -> !Objects.equals(live.get(view), rebuilt.get(view)))
                .toList();
    }

    private Map<String, String> rows() throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String view : views(statement)) {
                try (ResultSet row = statement.executeQuery(
                        "select md5(string_agg(t::text, E'\\n' order by tenant_id, id)) from " + view + " t")) {
                    row.next();
                    digests.put(view, String.valueOf(row.getString(1)));
                }
            }
        }
        return digests;
    }

    private static List<String> views(Statement statement) throws SQLException {
        List<String> views = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(ReadModelTables.NAMES)) {
            while (row.next()) {
                views.add(row.getString(1));
            }
        }
        return views;
    }

    private void rebuildAll() throws IOException, InterruptedException {
        String token = node.post(
                        "/api/v1/auth/login",
                        Map.of("email", ApplicationProcess.ADMIN, "password", ApplicationProcess.ADMIN_PASSWORD),
                        "")
                .get("accessToken")
                .asString();
        for (String name : names(token)) {
            node.post(PROJECTIONS + "/" + name + "/rebuild", Map.of(), token);
            Waiting.until(PATIENCE, () -> !state(token, name).equals("running"));
            if (!state(token, name).equals("done")) {
                throw new IllegalStateException("the rebuild of " + name + " ended " + state(token, name));
            }
        }
    }

    private List<String> names(String token) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (JsonNode one : node.get(PROJECTIONS, token).get("items")) {
            names.add(one.get("name").asString());
        }
        return names;
    }

    private String state(String token, String name) throws IOException, InterruptedException {
        for (JsonNode one : node.get(PROJECTIONS, token).get("items")) {
            if (one.get("name").asString().equals(name)) {
                return one.get("rebuild").path("state").asString("");
            }
        }
        return "unknown";
    }
}
