package io.chatledger.query;

import static io.chatledger.readmodel.generated.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What {@code Wait-For-Position} does to a query. */
class FreshnessHeaderIT {

    private static final WiredQueries QUERIES = new WiredQueries();

    private final MockMvcTester owner = QUERIES.as(TestDatabase.newTenant(), Role.owner);

    @BeforeEach
    void noTokens() {
        TestDatabase.OWNER.deleteFrom(TOKEN_ENTRY).execute();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "-99999999999999999999999999", "5", "+5"})
    void aPositionThatIsReachedIsAnsweredFrom(String position) {
        token(5);

        assertThat(waitingFor(position)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "99999999999999999999999999"})
    void aPositionThatIsNotReachedInTimeIsRefusedForNow(String position) {
        token(5);

        DomainProblem problem = WiredQueries.problem(waitingFor(position));

        assertThat(problem.kind()).isEqualTo(DomainProblem.Kind.UNAVAILABLE);
        assertThat(problem.code()).isEqualTo("read-model-behind");
        assertThat(problem.details()).containsEntry("retryAfterSeconds", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1.5", "", "٣"})
    void aPositionIsAWholeNumber(String position) {
        assertThat(WiredQueries.problem(waitingFor(position)).code()).isEqualTo("invalid-request");
    }

    private MvcTestResult waitingFor(String position) {
        return owner.get()
                .uri("/api/v1/channels")
                .header("Wait-For-Position", position)
                .exchange();
    }

    private static void token(long position) {
        TestDatabase.OWNER
                .insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, "projection.live")
                .set(TOKEN_ENTRY.SEGMENT, 0)
                .set(TOKEN_ENTRY.TIMESTAMP, "")
                .set(TOKEN_ENTRY.TOKEN, ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8))
                .execute();
    }
}
