package io.chatledger.operations.backup;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.OwnApplication;
import io.chatledger.rig.ReadModelTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an application holds when nothing happens any more. */
final class AtRest {

    private AtRest() {}

    /** Until no event follows any more, and all are in the rows. */
    static void settle(OwnApplication application) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(700))
                .until(
                        () -> application.ask("select (select position from event_head)::text || '/' ||"
                                + " coalesce((select min((convert_from(token, 'UTF8')::json->>'globalIndex')::bigint)::text"
                                + " from token_entry where processor_name like 'projection.%'), '')"),
                        new Unchanged()::twice);
    }

    /** A digest of each table: the events and all that was made of them. */
    static List<String> content(OwnApplication application) {
        List<String> digests = new ArrayList<>();
        List<String> tables = new ArrayList<>(application.ask(ReadModelTables.NAMES));
        tables.add("event");
        for (String table : tables) {
            digests.add(table
                    + application.ask("select md5(coalesce(string_agg(row, E'\\n' order by row), '')) from (select"
                            + " t::text as row from " + table + " t) r"));
        }
        return digests;
    }

    private static final class Unchanged {
        private List<String> last = List.of();

        boolean twice(List<String> now) {
            String[] parts = now.getFirst().split("/");
            boolean settled = now.equals(last) && parts.length == 2 && parts[0].equals(parts[1]);
            last = now;
            return settled;
        }
    }
}
