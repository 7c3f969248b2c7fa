package io.chatledger.query.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Callers;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.OfOneAggregate;
import io.chatledger.query.Past;
import io.chatledger.query.Refusals;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class HistoryInterceptorTest {

    private static final Instant THEN = Instant.parse("2026-03-12T18:00:00Z");
    private static final String REPLAY = "0199c3b2-7d4e-7a10-9c11-3f5a8e6b2d02";

    private final TwoMoments moments = new TwoMoments("then", "now", THEN.plusSeconds(1));
    private Role role = Role.auditor;
    private final HistoryInterceptor interceptor =
            new HistoryInterceptor(moments, () -> Optional.of(Callers.of(new TenantId("shop"), role)));

    /** Queries of a feature. */
    static class Queries {
        void list() {}

        @OfOneAggregate
        void one() {}
    }

    /** What is always about now. */
    @NotInThePast
    static class Present {
        void list() {}
    }

    @AfterEach
    void backToThePresent() {
        Past.leaveAny();
    }

    @Test
    void withoutAWordOfThePastItIsAboutNow() throws Exception {
        enter(get("/api/v1/contacts"), new Queries(), "list");

        assertThat(Past.current()).isNull();
    }

    @Test
    void asOfAnInstantItIsAnsweredFromTheViewOfThen() throws Exception {
        enter(asOf(THEN.toString()), new Queries(), "list");

        assertThat(requireNonNull(Past.current()).schema()).isEqualTo("then");
        assertThat(requireNonNull(Past.current()).moment()).isEqualTo(THEN);
    }

    @Test
    void whatIsAboutOneRowNeedsNoView() throws Exception {
        enter(asOf(THEN.toString()), new Queries(), "one");

        assertThat(requireNonNull(Past.current()).source()).isInstanceOf(Past.Events.class);
    }

    @Test
    void aViewIsNamedByHeaderOrAddress() throws Exception {
        MockHttpServletRequest named = get("/api/v1/contacts");
        named.addHeader("Replay", REPLAY);
        enter(named, new Queries(), "list");
        assertThat(requireNonNull(Past.current()).parameter()).isEqualTo("replay");

        MockHttpServletRequest linked = get("/panel");
        linked.setQueryString("replay=" + REPLAY);
        linked.setParameter("replay", REPLAY);
        enter(linked, new Queries(), "list");
        assertThat(requireNonNull(Past.current()).parameter()).isEqualTo("replay");
    }

    @Test
    void whatHasNoPastIsRefusedRatherThanAnsweredAsOfNow() {
        assertThat(Refusals.field(() -> enter(asOf(THEN.toString()), new Present(), "list")))
                .isEqualTo("asOf not-available");
        assertThat(Refusals.field(() -> enter(asOf(THEN.toString()), "a file", "length")))
                .isEqualTo("asOf not-available");
    }

    @Test
    void twoPastsAtOnceAreNone() {
        MockHttpServletRequest both = asOf(THEN.toString());
        both.addHeader("Replay", REPLAY);

        assertThat(Refusals.field(() -> enter(both, new Queries(), "list"))).isEqualTo("asOf one-of");
    }

    @Test
    void whatIsNoInstantAndNoViewIsRefused() {
        MockHttpServletRequest named = get("/api/v1/contacts");
        named.addHeader("Replay", "x");

        assertThat(Refusals.field(() -> enter(asOf("soon"), new Queries(), "list")))
                .isEqualTo("asOf malformed");
        assertThat(Refusals.code(() -> enter(named, new Queries(), "list"))).isEqualTo("not-found");
    }

    @Test
    void onlyWhoMayAuditLooksBack() {
        role = Role.agent;

        assertThat(Refusals.code(() -> enter(asOf(THEN.toString()), new Queries(), "list")))
                .isEqualTo("forbidden");
        assertThat(Past.current()).isNull();
    }

    @Test
    void theViewIsLetGoOfWithTheRequest() throws Exception {
        enter(asOf(THEN.toString()), new Queries(), "list");
        interceptor.afterCompletion(get("/"), new MockHttpServletResponse(), new Queries(), null);

        assertThat(Past.current()).isNull();
        assertThat(moments.left()).isEqualTo(1);
    }

    private void enter(MockHttpServletRequest request, Object controller, String method) throws Exception {
        HandlerMethod handler =
                new HandlerMethod(controller, controller.getClass().getDeclaredMethod(method));
        interceptor.preHandle(request, new MockHttpServletResponse(), handler);
    }

    private static MockHttpServletRequest asOf(String moment) {
        MockHttpServletRequest request = get("/api/v1/contacts");
        request.setQueryString("asOf=" + moment);
        request.setParameter("asOf", moment);
        return request;
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
