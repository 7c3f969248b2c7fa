package io.chatledger.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An installation that has a history, and metrics only since its newest release. */
class NewMetricsIT {

    private static final String ROWS = "select t::text from metric_view t order by tenant_id, id";
    private static final String TENANTS = "select t::text from tenant_view t order by tenant_id, id";

    @Test
    void goBackToTheFirstEvent() {
        try (OwnApplication application =
                new OwnApplication(TestCluster.create(Unique.word()), TestCluster.username(), TestCluster.password())) {
            Business business = application.register();
            Number number = Number.unconnected();
            business.owner().post("/api/v1/channels", Business.channel(number)).expecting(201);
            application.deliver(Body.messages(number, List.of(Body.text(Unique.digits(), Unique.wamid(), "Hola"))));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> business.owner().all("/api/v1/conversations").size() == 1);
            String conversation = business.owner()
                    .all("/api/v1/conversations")
                    .getFirst()
                    .get("id")
                    .asString();
            business.owner()
                    .post("/api/v1/conversations/" + conversation + "/messages", Map.of("type", "text", "text", "¿Sí?"))
                    .expecting(202);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            application.number("select count(*) from metric_view where metric = 'first-response-time'")
                                    == 3);
            List<String> rows = application.ask(ROWS);
            List<String> tenants = application.ask(TENANTS);
            assertThat(tenants).isNotEmpty();

            application.execute("delete from projection_build where name in ('metric', 'tenant');"
                    + " delete from metric_view; delete from tenant_view");
            application.restart();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> application.ask(ROWS).equals(rows));
            assertThat(application.ask(TENANTS)).isEqualTo(tenants);
            assertThat(application.ask("select name || version from projection_build where name = 'metric'"))
                    .containsExactly("metric13");
        }
    }
}
