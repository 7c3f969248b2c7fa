package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.conversation.ConversationCommand.ReportPayment;
import io.chatledger.kernel.conversation.ConversationEvent.PaymentReported;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.PaymentStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentReportsTest {

    private final CommandSide side =
            new CommandSide(new ConversationConfiguration(new Aggregates(), tenant -> List.of()));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void isKeptOnceAndIsNoStatusOfTheMessage() {
        assertThat(report("pending", "t-1")).isEqualTo(Received.STORED);
        assertThat(report("captured", "t-1")).isEqualTo(Received.STORED);
        assertThat(report("captured", "t-1")).isEqualTo(Received.DUPLICATE);

        assertThat(side.events(PaymentReported.class))
                .extracting(event -> event.payment().status())
                .containsExactly("pending", "captured");
        assertThat(side.events(StatusReported.class)).isEmpty();
    }

    @Test
    void twoAttemptsToPayAreTwoFacts() {
        assertThat(report("failed", "t-1")).isEqualTo(Received.STORED);
        assertThat(report("failed", "t-2")).isEqualTo(Received.STORED);
    }

    private Received report(String status, String transaction) {
        PaymentStatus payment =
                new PaymentStatus(status, NOON, "order-1", 21_000L, 100L, "BRL", transaction, "upi", null, null);
        return side.send(new ReportPayment(key("wamid.9"), Talk.CHANNEL, Talk.ENDPOINT, null, null, payment, NOON));
    }
}
