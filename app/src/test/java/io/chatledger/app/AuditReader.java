package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chatledger.app.BrowserPerson.button;
import static io.chatledger.app.BrowserPerson.look;
import static io.chatledger.app.BrowserPerson.measure;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody in front of the browser, in Spanish, who reads the history. */
record AuditReader(Page page) {

    /** Views of the past have to be made. */
    void findsTheMessage(String text) {
        openHistory();
        assertThat(page.locator(".events .day").first()).hasText("Hoy");
        look(page, "audit");
        page.getByLabel("Tipo").selectOption("conversation.MessageReceived");
        button(page, "Filtrar").click();
        assertThat(page.locator(".event")).hasCount(1);
        page.locator(".event summary").press("Enter");
        assertThat(page.locator(".event-details")).containsText(text);
        assertThat(page.locator(".event-details .change-added")).isVisible();
        assertThat(page.locator(".tree [aria-current]")).hasText("Mensaje recibido");
        measure(page, "audit-event");
    }

    void looksAtTheMomentBefore(String text) {
        link("El panel justo antes").click();
        assertThat(page.locator(".past")).containsText("Estás viendo");
        assertThat(page.locator("#list")).not().containsText(text);
        link("Volver al presente").click();
        assertThat(page.locator("#list")).containsText(text);
    }

    void comparesTwoMoments() {
        openHistory();
        link("Qué cambió").click();
        button(page, "Comparar").click();
        assertThat(page.locator(".change-added").first()).isVisible();
        look(page, "audit-changes");
    }

    void replaysAndLooksAtIt(String text) {
        link("Línea de tiempo").click();
        String newest = page.locator(".event details").first().getAttribute("data-details");
        link("Repeticiones").click();
        page.locator("#at-asOf").fill("2026-01-01T10:30:30");
        button(page, "Repetir").first().click();
        assertThat(ready().first()).isVisible();
        page.locator("#upToPosition").fill(newest.substring(newest.lastIndexOf('/') + 1));
        button(page, "Repetir").last().click();
        assertThat(ready().nth(1)).isVisible();
        assertThat(ready().first().locator(".sent dd")).hasText("0");
        measure(page, "audit-replays");
        link("Ver el panel así").first().click();
        assertThat(page.locator(".past")).containsText("Estás viendo");
        page.locator(".row-link").click();
        assertThat(page.locator("#messages .bubble")).containsText(text);
        assertThat(page.locator("#composer")).hasCount(0);
        link("Volver al presente").click();
        assertThat(page.locator("#composer")).isVisible();
        page.navigate(page.url().replaceAll("/panel.*", "/panel/audit/replays"));
        button(page, "Eliminar").first().click();
        assertThat(ready()).hasCount(1);
    }

    void provesIt() {
        link("Prueba").click();
        assertThat(page.locator(".verdict.holds")).isVisible();
        button(page, "Firmar un punto de control").click();
        assertThat(page.locator("#proof")).containsText("hasta el evento");
        measure(page, "audit-proof");
    }

    /** An open thread leaves no room for it on a narrow screen. */
    private void openHistory() {
        page.locator(".brand").click();
        link("Historia").click();
    }

    private Locator ready() {
        return page.locator(".replay[data-status='ready']");
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
