package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.Past;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebExpressionContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class LinksToThePastTest {

    private static final Instant THEN = Instant.parse("2026-03-12T18:00:00Z");
    private static final UUID REPLAY = UUID.fromString("0199c3b2-7d4e-7a10-9c11-3f5a8e6b2d02");

    private final LinksToThePast links = new LinksToThePast(new PanelSections(List.of(
            PanelSection.of("inbox", "/panel", PanelGroup.daily, 10, "inbox").withPast(),
            PanelSection.of("audit", "/panel/audit", PanelGroup.insight, 40, "ledger"))));

    @AfterEach
    void comeBack() {
        Past.leaveAny();
    }

    @Test
    void thePresentIsInNoAddress() {
        assertThat(link("/panel/conversations/1")).isEqualTo("/panel/conversations/1");
    }

    @Test
    void whoLooksAtAMomentStaysThere() {
        enter(false);

        assertThat(link("/panel/conversations/1")).isEqualTo("/panel/conversations/1?asOf=2026-03-12T18:00:00Z");
        assertThat(link("/panel?q=a")).isEqualTo("/panel?q=a&asOf=2026-03-12T18:00:00Z");
    }

    @Test
    void whoLooksAtAReplayStaysInIt() {
        enter(true);

        assertThat(link("/panel")).isEqualTo("/panel?replay=" + REPLAY);
    }

    @Test
    void whatHasNoPastIsLinkedAsItIs() {
        enter(false);

        assertThat(link("/panel/audit/changes")).isEqualTo("/panel/audit/changes");
        assertThat(link("/panel/assets/panel.css")).isEqualTo("/panel/assets/panel.css");
        assertThat(link("/api/v1/contacts")).isEqualTo("/api/v1/contacts");
    }

    private String link(String to) {
        MockServletContext application = new MockServletContext();
        return links.buildLink(
                new WebExpressionContext(
                        new SpringTemplateEngine().getConfiguration(),
                        JakartaServletWebApplication.buildApplication(application)
                                .buildExchange(new MockHttpServletRequest(application), new MockHttpServletResponse())),
                to,
                Map.of());
    }

    private static void enter(boolean named) {
        new Past(THEN, new Past.View(REPLAY, "as_of_1", named), () -> {}).enter();
    }
}
