package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongHistoryIT {

    private static final int EVENTS = 10_000;

    /** On a machine of its own it takes less than a second: the rest is for those who share this one. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Business business = Business.register();
    private final Number number = business.connect();

    @Test
    void aTenantWithTenThousandEventsIsAnsweredAtOnce() {
        while (RunningApplication.number("select count(*) from event where tenant_id = ?", business.id()) < EVENTS) {
            Webhook.deliver(Body.messages(number, messages()));
            RunningApplication.settled();
        }
        String live = business.upToDate().get("/api/v1/conversations").text();
        Instant began = Instant.now();
        Answer past =
                business.owner().get(AsOfIT.at("/api/v1/conversations", began)).expecting(200);
        Duration taken = Duration.between(began, Instant.now());
        System.out.println("10,000 events as of: " + taken.toMillis() + " ms");

        assertThat(past.text()).isEqualTo(live);
        assertThat(taken).isLessThan(PATIENCE);
    }

    private static List<Map<String, Object>> messages() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int customer = 0; customer < 50; customer++) {
            String phone = Unique.digits();
            for (int turn = 0; turn < 20; turn++) {
                messages.add(Body.text(phone, Unique.wamid(), "mensaje " + turn + " de muchos"));
            }
        }
        return messages;
    }
}
