package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chatledger.app.BrowserPerson.button;
import static io.chatledger.app.BrowserPerson.look;
import static io.chatledger.app.BrowserPerson.measure;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody at the inbox who looks at how it was, and at how much it is. */
record Sightseer(BrowserPerson ana) {

    /** Begins and ends at the open conversation with that message. */
    void seesThePast(String text) {
        ana.inbox.getByTitle("Ver cómo era antes").click();
        measure(ana.inbox, "past-picker");
        button(ana.inbox, "Mostrar").click();
        assertThat(ana.inbox.locator(".past")).containsText("Estás viendo cómo era");
        assertThat(ana.message(text)).isVisible();
        assertThat(ana.inbox.locator("#composer")).hasCount(0);
        assertThat(ana.inbox.locator(".past time")).hasAttribute("title", Pattern.compile(".+"));
        measure(ana.inbox, "past");
        ana.goHome();
        assertThat(ana.inbox.locator(".past")).isVisible();
        ana.inbox.locator(".row-link").first().click();
        assertThat(ana.message(text)).isVisible();
        assertThat(ana.inbox).hasURL(Pattern.compile("/panel/conversations/.*asOf="));
        ana.inbox
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Volver al presente"))
                .click();
        assertThat(ana.inbox.locator("#composer")).isVisible();
        assertThat(ana.inbox.locator(".past")).hasCount(0);
    }

    void seesTheNumbers(String url) {
        ana.inbox.navigate(url + "/panel/metrics?versions=all");
        look(ana.inbox, "metrics");
        ana.inbox.locator("[data-metric='messages-out.1'] .metric-number a").click();
        assertThat(ana.inbox.locator(".counted-line")).hasCount(1);
        look(ana.inbox, "metric");
    }
}
