package io.chatledger.command.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.request.RequestEvent.RequestCompleted;
import io.chatledger.kernel.request.RequestId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnceOnlyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final RequestId KEY = RequestId.of(CommandSide.TENANT, new UUID(0, 1));

    private final Work work = new Work();
    private final CommandSide side = new CommandSide(
            new RequestConfiguration(new Aggregates()), configurer -> configurer.registerCommandHandler(axon -> work));

    private record Do(boolean refused) {}

    /** Work of the crudest kind: it has nothing of its own that keeps it from being done twice. */
    private static final class Work {

        private final AtomicInteger done = new AtomicInteger();
        private CyclicBarrier together = new CyclicBarrier(1);

        @CommandHandler
        void handle(Do command) throws Exception {
            if (command.refused()) {
                throw DomainProblem.conflict("refused", "No.");
            }
            if (done.incrementAndGet() <= together.getParties()) {
                together.await(10, TimeUnit.SECONDS);
            }
        }
    }

    @AfterEach
    void end() {
        side.close();
    }

    private String ask(boolean refused, String body, String answer) {
        OnceOnly.Request request = new OnceOnly.Request(KEY, body, answer, NOW);
        Map<String, Object> attachments = new HashMap<>(NewStreams.expecting(KEY.value()));
        attachments.put(OnceOnly.REQUEST, request);
        return side.commands().send(new Do(refused), CommandSide.ORIGIN, attachments);
    }

    /** Who has been away, and remembers nothing. */
    private String askElsewhere(boolean refused, String answer) {
        Work others = new Work();
        try (CommandSide another = side.another(
                new RequestConfiguration(new Aggregates()),
                configurer -> configurer.registerCommandHandler(axon -> others))) {
            OnceOnly.Request request = new OnceOnly.Request(KEY, "body", answer, NOW);
            Map<String, Object> attachments = new HashMap<>(NewStreams.expecting(KEY.value()));
            attachments.put(OnceOnly.REQUEST, request);
            String given = another.commands().send(new Do(refused), CommandSide.ORIGIN, attachments);
            return given + " after " + others.done.get();
        }
    }

    @Test
    void looksBeforeItBelievesThatSomethingWasDoneOrRefusedForTheFirstTime() {
        assertThat(ask(false, "body", "first")).isEqualTo("first");
        assertThat(askElsewhere(false, "second")).isEqualTo("first after 1");
        assertThat(askElsewhere(true, "third")).isEqualTo("first after 0");
        assertThat(side.events()).containsExactly(new RequestCompleted(KEY, "body", "first", NOW));
    }

    @Test
    void doesTheSameOnceAndAnswersTheSame() {
        assertThat(ask(false, "body", "first")).isEqualTo("first");
        assertThat(ask(false, "body", "second")).isEqualTo("first");
        assertThat(work.done).hasValue(1);
        assertThat(side.events()).containsExactly(new RequestCompleted(KEY, "body", "first", NOW));
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        ask(false, "body", "first");
        assertThatThrownBy(() -> ask(false, "another body", "second"))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("idempotency-key-reused");
                    assertThat(problem.kind().status()).isEqualTo(422);
                });
        assertThat(work.done).hasValue(1);
    }

    @Test
    void remembersNothingOfWhatWasRefused() {
        assertThatThrownBy(() -> ask(true, "body", "first")).hasMessage("No.");
        assertThat(side.events()).isEmpty();
        assertThat(ask(false, "body", "second")).isEqualTo("second");
    }

    @Test
    void doesEveryRequestWithoutAKey() {
        side.send(new Do(false));
        side.send(new Do(false));
        assertThat(work.done).hasValue(2);
        assertThat(side.events()).isEmpty();
    }

    @Test
    void recordsOneOfTwoThatWereUnderWayTogether() throws Exception {
        work.together = new CyclicBarrier(2);
        List<String> answers = CommandSide.atOnce(2, n -> ask(false, "body", "answer " + n));
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        assertThat(side.events(RequestCompleted.class))
                .extracting(RequestCompleted::answer)
                .containsExactly(answers.getFirst());
    }
}
