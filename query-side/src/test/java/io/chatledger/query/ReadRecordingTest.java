package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

class ReadRecordingTest {

    private static final Caller ANA = Callers.of(new TenantId("shop"), new UUID(0, 1), Role.agent);

    private final Book book = new Book();
    private final ReadRecording recording = new ReadRecording(book, () -> Optional.of(ANA));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/contacts/c1");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** Queries, of which two show somebody's data. */
    static class Queries {
        @ShowsPersonalData(value = "contact", id = "id")
        @ShowsPersonalData("contacts")
        void contact() {}

        void channels() {}
    }

    /** Records in memory. */
    private static final class Book implements ReadRecords {
        private final List<Read> written = new ArrayList<>();
        private int room = 2;

        @Override
        public List<Read> unrecorded(List<Read> reads) {
            return reads;
        }

        @Override
        public void reserve(int reads) {
            if (reads > room) {
                throw new DomainProblem(DomainProblem.Kind.UNAVAILABLE, "audit-unavailable", "No room.");
            }
            room -= reads;
        }

        @Override
        public void record(Read read) {
            written.add(read);
        }

        @Override
        public void release(int reads) {
            room += reads;
        }
    }

    @Test
    void whoeverWasShownSomethingGoesOnRecord() throws Exception {
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", "c1"));
        request.addHeader("User-Agent", "x".repeat(1000));

        answer("contact", 200, null);

        assertThat(book.written)
                .extracting(read -> read.kind() + " " + read.id())
                .containsExactly("contact c1", "contacts null");
        assertThat(book.written.getFirst().caller()).isEqualTo(ANA);
        assertThat(book.written.getFirst().userAgent()).hasSize(400);
    }

    @Test
    void whatShowsNobodyIsNotRecorded() throws Exception {
        answer("channels", 200, null);

        assertThat(book.written).isEmpty();
        assertThat(book.room).isEqualTo(2);
    }

    @Test
    void aRefusedQueryHasShownNothingAndGivesItsRoomBack() throws Exception {
        answer("contact", 404, null);
        answer("contact", 200, new IOException("before the first byte"));

        assertThat(book.written).isEmpty();
        assertThat(book.room).isEqualTo(2);
    }

    @Test
    void whatBrokeOffInTheMiddleMayHaveShownSomething() throws Exception {
        response.setCommitted(true);
        answer("contact", 200, new IOException("gone"));

        assertThat(book.written).hasSize(2);
    }

    @Test
    void withoutRoomForTheRecordNobodyReads() {
        book.room = 1;

        assertThatThrownBy(() -> recording.preHandle(request, response, handler("contact")))
                .isInstanceOf(DomainProblem.class);
    }

    @Test
    void goneThroughTwiceOneRequestIsOneRead() throws Exception {
        recording.preHandle(request, response, handler("contact"));
        answer("contact", 200, null);

        assertThat(book.written).hasSize(2);
        assertThat(book.room).isZero();
    }

    private void answer(String query, int status, @Nullable Exception failure) throws Exception {
        recording.preHandle(request, response, handler(query));
        response.setStatus(status);
        recording.afterCompletion(request, response, handler(query), failure);
    }

    private static HandlerMethod handler(String query) throws NoSuchMethodException {
        return new HandlerMethod(new Queries(), Queries.class.getDeclaredMethod(query));
    }
}
