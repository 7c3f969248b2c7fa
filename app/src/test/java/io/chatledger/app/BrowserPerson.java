package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;

/** Somebody in front of the browser, in Spanish: at the inbox and, in another window, with the customer's phone. */
final class BrowserPerson {

    static final String PASSWORD = "una frase bien larga";

    final String email = UUID.randomUUID() + "@example.cl";
    final Page inbox;
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

    static void write(Page phone, String text) {
        phone.getByLabel("Mensaje", new Page.GetByLabelOptions().setExact(true)).fill(text);
        phone.getByLabel("Mensaje", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
