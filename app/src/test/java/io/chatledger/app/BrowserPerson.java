package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.chatledger.rig.TestBrowser;
import java.util.Map;
import java.util.UUID;

/** Somebody in front of the browser, in Spanish: at the inbox and, in another window, with the customer's phone. */
final class BrowserPerson {

    private static final int NARROW = 390;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 900;

    static final String PASSWORD = "una frase bien larga";

    final String email = UUID.randomUUID() + "@example.cl";
    final Page inbox;
    private final String number = "1" + Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 16);
    private final BrowserContext visitor;
    private final String url;

    BrowserPerson(BrowserContext visitor, String url) {
        this.visitor = visitor;
        this.url = url;
        this.inbox = visitor.newPage();
    }

    void register() {
        inbox.navigate(url + "/register");
        inbox.getByLabel("Nombre del negocio").fill("Café del Sur");
        inbox.getByLabel("Nombre", new Page.GetByLabelOptions().setExact(true)).fill("Ana");
        inbox.getByLabel("Apellido").fill("Paz");
        inbox.getByLabel("Correo electrónico").fill(email);
        inbox.locator("#password").fill(PASSWORD);
        button(inbox, "Crear la cuenta").click();
        assertThat(inbox.getByText("Conecta tu primer número")).isVisible();
    }

    /** A member with a number of its own, at the inbox; without the forms, which {@link #register} fills in. */
    void join() {
        call(
                "/api/v1/auth/register",
                Map.of(
                        "company",
                        "Café del Sur",
                        "firstName",
                        "Ana",
                        "lastName",
                        "Paz",
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "timeZone",
                        "America/Santiago",
                        "locale",
                        "es"));
        call(
                "/api/v1/channels",
                Map.of("name", "Mesón", "provider", "cloud_api", "phoneNumberId", number, "accessToken", "sandbox"));
        inbox.navigate(url + "/panel");
    }

    private void call(String path, Map<String, String> body) {
        APIResponse answer = visitor.request()
                .post(
                        url + path,
                        RequestOptions.create()
                                .setHeader("X-Session", "cookie")
                                .setHeader("X-Requested-With", "chatledger")
                                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                                .setData(body));
        if (!answer.ok()) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
        }
    }

    /** The phone that writes to the number of {@link #join}. */
    Page openOwnPhone() {
        Page phone = visitor.newPage();
        phone.navigate(url + "/sandbox?number=" + number);
        assertThat(phone.locator("#chat-as")).containsText("Camila Rojas");
        assertThat(phone.locator("#unconnected")).isHidden();
        return phone;
    }

    void signIn(String password) {
        inbox.getByLabel("Correo electrónico").fill(email);
        inbox.locator("#password").fill(password);
        button(inbox, "Entrar").click();
    }

    void connectSandbox() {
        inbox.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Conectar un número"))
                .click();
        button(inbox, "Conectar el número de prueba").click();
        assertThat(inbox.locator(".channel")).containsText("Conectado");
    }

    /** As it was left. */
    Page phone() {
        return visitor.pages().getLast();
    }

    /** The phone that the page of numbers leads to. */
    Page openPhone() {
        Page phone = visitor.waitForPage(
                () -> inbox.getByText("Abrir el teléfono de prueba").click());
        assertThat(phone.locator("#chat-as")).containsText("Camila Rojas");
        assertThat(phone.locator("#unconnected")).isHidden();
        return phone;
    }

    void openInbox() {
        inbox.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bandeja"))
                .click();
    }

    /** From wherever that is: on a narrow screen an open thread leaves no room for the ways to the sections. */
    void goHome() {
        inbox.locator(".brand").click();
        assertThat(inbox.locator("#thread .bubble")).hasCount(0);
    }

    void signOut() {
        button(inbox, "Tu cuenta y preferencias").click();
        button(inbox, "Cerrar sesión").click();
    }

    /** With the first customer, who has written already. */
    void openConversation(String text) {
        inbox.locator(".row-link")
                .filter(new Locator.FilterOptions().setHasText(text))
                .click();
        assertThat(message(text)).isVisible();
    }

    void answer(String text) {
        inbox.getByLabel("Mensaje", new Page.GetByLabelOptions().setExact(true)).fill(text);
        inbox.keyboard().press("Enter");
        assertThat(message(text)).isVisible();
    }

    Locator message(String text) {
        return inbox.locator("#messages .bubble").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Has axe judge what the sheet of all parts does not have, and sees that nothing sticks out. */
    static void look(Page page, String name) {
        TestBrowser.inspect(page, name);
        measure(page, name);
    }

    /** Sees that nothing sticks out, here and at the other width. */
    static void measure(Page page, String name) {
        int width = page.viewportSize().width;
        int other = width == NARROW ? WIDE : NARROW;
        assertFits(page, name, width);
        page.setViewportSize(other, HEIGHT);
        assertFits(page, name, other);
        page.setViewportSize(width, HEIGHT);
    }

    private static void assertFits(Page page, String name, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
    }

    static void write(Page phone, String text) {
        phone.getByLabel("Mensaje", new Page.GetByLabelOptions().setExact(true)).fill(text);
        phone.getByLabel("Mensaje", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
