package io.chatledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private record Ask(RuntimeException failure, int failures) {}

    private static final class Handler {

        private final AtomicInteger asked = new AtomicInteger();

        @CommandHandler
        String handle(Ask ask) {
            if (asked.incrementAndGet() <= ask.failures()) {
                throw ask.failure();
            }
            return "done";
        }
    }

    private final Handler handler = new Handler();
    private final CommandSide side = new CommandSide(configurer -> configurer.registerCommandHandler(axon -> handler));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void triesAgainWhereAnotherWriterWasFaster() {
        assertThat(side.<String>send(new Ask(new ConcurrencyException("late"), 3)))
                .isEqualTo("done");
        assertThat(handler.asked).hasValue(4);
    }

    @Test
    void triesAgainWhereTwoWaitedForEachOther() {
        assertThat(side.<String>send(new Ask(new DeadlockException("each other"), 1)))
                .isEqualTo("done");
    }

    @Test
    void givesUpWhereOthersAreAlwaysFaster() {
        assertThatThrownBy(() -> side.send(new Ask(new ConcurrencyException("late"), 100)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(handler.asked).hasValue(8);
    }

    @Test
    void passesARefusalOnAtOnce() {
        DomainProblem refusal = DomainProblem.conflict("taken", "Taken.");
        assertThatThrownBy(() -> side.send(new Ask(refusal, 100))).isSameAs(refusal);
        assertThat(handler.asked).hasValue(1);
    }

    @Test
    void saysWhatIsMissingByItsFeature() {
        AggregateNotFoundException missing =
                new AggregateNotFoundException("acme/conversation/00000000-0000-0000-0000-000000000001", "none");
        assertThatThrownBy(() -> side.send(new Ask(missing, 1)))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("not-found"))
                .hasMessageContaining("conversation");
    }
}
