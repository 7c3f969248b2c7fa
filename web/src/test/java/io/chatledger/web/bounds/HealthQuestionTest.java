package io.chatledger.web.bounds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthQuestionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /actuator/health HTTP/1.1",
                "GET /actuator/health/liveness HTTP/1.1",
                "GET /actuator/health?"
            })
    void isAskedByNothingButThePathAndWhatIsBelowIt(String begun) {
        assertThat(isAskedBy(begun)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /actuator/healthXYZ HTTP/1.1",
                "GET /actuator/health",
                "GET /actuator HTTP/1.1",
                "POST /",
                ""
            })
    void isNotAskedByWhatOnlyLooksLikeIt(String begun) {
        assertThat(isAskedBy(begun)).isFalse();
    }

    private static boolean isAskedBy(String begun) {
        return HealthQuestion.isAskedBy(ByteBuffer.wrap(begun.getBytes(US_ASCII)));
    }
}
