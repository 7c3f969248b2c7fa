package io.chatledger.app.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.rig.ReadModelTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildWithTrafficIT {

    private final Client admin = RunningApplication.admin();
    private final Business quiet = Business.register();
    private final Business busy = Business.register();
    private final Number number = busy.connect();

    @BeforeEach
    void somethingHasHappened() {
        String conversation = quiet.conversationWith(quiet.connect(), Unique.digits());
        quiet.awaitStatus(conversation, quiet.sent(conversation, "Hola"), "delivered");
    }

    @Test
    void rowsAreTheSameByteForByteAfterARebuildWithTraffic() {
        List<String> before = rows("where tenant_id = '" + quiet.id() + "'");
        assertThat(before).hasSizeGreaterThan(views().size());
        int written = withTraffic(Rebuilding::all);
        assertThat(written).isGreaterThan(views().size());
        assertThat(rows("where tenant_id = '" + quiet.id() + "'")).isEqualTo(before);
        assertThat(busy.messages()).hasSize(written);

        String position = RunningApplication.settled();
        busy.owner().with("Wait-For-Position", position).get("/api/v1/channels").expecting(200);
        List<String> live = rows("");
        Rebuilding.all();
        busy.settle();
        List<String> rebuilt = rows("");
        List<String> moved = movedSince(position);
        assertThat(moved).doesNotContain(quiet.id(), busy.id());
        assertThat(without(moved, rebuilt)).isEqualTo(without(moved, live));
    }

    @Test
    void everyViewHasItsProjection() {
        assertThat(Rebuilding.names(admin)).hasSameSizeAs(RunningApplication.ask(ReadModelTables.NAMES));
    }

    @Test
    void allProjectionsAreRebuiltInOnePass() {
        List<String> live = rows("where tenant_id = '" + quiet.id() + "'");
        admin.post(Rebuilding.PROJECTIONS + "/rebuild").expecting(202);
        Rebuilding.names(admin).forEach(name -> Rebuilding.awaitDone(admin, name));
        assertThat(rows("where tenant_id = '" + quiet.id() + "'")).isEqualTo(live);
        admin.post(Rebuilding.PROJECTIONS + "/rebuild", Map.of("names", List.of("channel", "contact")))
                .expecting(202);
        List.of("channel", "contact").forEach(name -> Rebuilding.awaitDone(admin, name));
        admin.post(Rebuilding.PROJECTIONS + "/rebuild", Map.of("names", List.of("weather")))
                .refusedWith(404, "not-found");
        admin.post(Rebuilding.PROJECTIONS + "/rebuild", Map.of("names", List.of()))
                .refusedWith(400, "invalid-request");
    }

    /** @return how many messages came in meanwhile */
    private int withTraffic(Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        List<String> written = new ArrayList<>();
        String customer = Unique.digits();
        Thread traffic = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                String text = "mensaje " + written.size();
                Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), text))));
                written.add(text);
            }
        });
        try {
            work.run();
            over.set(true);
            traffic.join(Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            over.set(true);
        }
        busy.upToDate().get("/api/v1/channels").expecting(200);
        return written.size();
    }

    private static List<String> rows(String where) {
        return views().stream()
                .flatMap(view ->
                        RunningApplication.ask(
                                        "select t::text from " + view + " t " + where + " order by tenant_id, id")
                                .stream()
                                .map(row -> view + row))
                .toList();
    }

    /** Tenants of other tests to whom something came late. */
    private static List<String> movedSince(String position) {
        return RunningApplication.ask("select distinct tenant_id from event where position > " + position
                + " and name <> 'audit.PersonalDataRead'");
    }

    private static List<String> without(List<String> tenants, List<String> rows) {
        return rows.stream()
                .filter(row -> tenants.stream().noneMatch(row::contains))
                .toList();
    }

    /** All but the record of reads, which grows a little after somebody has looked at something. */
    private static List<String> views() {
        return RunningApplication.ask(ReadModelTables.NAMES).stream()
                .filter(view -> !view.equals("personal_data_read_view"))
                .toList();
    }
}
