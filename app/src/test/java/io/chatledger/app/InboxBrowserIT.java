package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chatledger.app.BrowserPerson.button;
import static io.chatledger.app.BrowserPerson.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.app.sandbox.SandboxNumber;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the README promises, as a person sees it: the whole application behind a real browser. */
@SuppressWarnings("NullAway.Init")
class InboxBrowserIT {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static TestBrowser browser;
    private static BrowserApplication application;

    @BeforeAll
    static void start() throws IOException {
        browser = TestBrowser.open();
        application = BrowserApplication.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @AfterEach
    void leave() {
        browser.leave();
        browser.complaints();
    }

    @Test
    void aFirstMessageArrivesIsAnsweredAndReadWithoutReloading() {
        BrowserPerson ana = person(1440, ColorScheme.LIGHT);
        ana.register();
        ana.connectSandbox();
        Page phone = ana.openPhone();
        ana.openInbox();
        assertThat(ana.inbox.getByText("Todo listo para el primer mensaje")).isVisible();
        ana.inbox.evaluate("window.neverReloaded = true");

        write(phone, "Hola");
        ana.openConversation("Hola");
        ana.answer("¡Hola! ¿En qué te ayudo?");

        assertThat(phone.locator(".bubble:not(.mine)")).containsText("¿En qué te ayudo?");
        assertThat(phone.locator(".bubble:not(.mine) .state")).hasAttribute("data-status", "read");
        assertThat(ana.inbox.locator(".status-read .tick-read")).isVisible(PATIENTLY);
        assertThat(ana.inbox.locator(".status-read .tick-read"))
                .hasAttribute("title", Pattern.compile("Enviado .*Entregado .*Leído ", Pattern.DOTALL));
        assertThat(ana.inbox.evaluate("window.neverReloaded")).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aConversationIsTakenOverLabelledNotedClosedAndReopened() {
        BrowserPerson ana = talking("Necesito ayuda");

        ana.inbox.locator("#act-takeover").click();
        button(ana.inbox, "Devolver al bot").click();
        assertThat(ana.inbox.locator("#act-takeover")).isVisible();
        ana.inbox.getByLabel("Tema").selectOption("complaint");
        ana.inbox.getByLabel("Nota nueva").fill("Cliente desde 2019");
        button(ana.inbox, "Guardar nota").click();
        assertThat(ana.inbox.locator(".sticky")).containsText("Cliente desde 2019");
        button(ana.inbox, "Cerrar").click();
        assertThat(ana.inbox.locator(".thread-head")).containsText("Cerrada");
        ana.inbox.reload();
        assertThat(ana.inbox.getByLabel("Tema")).hasValue("complaint");
        button(ana.inbox, "Reabrir").click();
        assertThat(ana.inbox.locator(".thread-head")).containsText("Abierta");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRefusedMessageSaysWhyAndALostAnswerIsSettledLater() {
        BrowserPerson ana = talking("¿Siguen ahí?");
        Page phone = ana.phone();

        phone.getByLabel("Responder con error").selectOption("131026");
        assertThat(phone.locator("#mischief-on")).isVisible();
        ana.answer("Esto no llega");
        assertThat(ana.message("Esto no llega").getByText("Ese número no puede recibirlo"))
                .isVisible(PATIENTLY);

        phone.getByLabel("Responder con error").selectOption("");
        phone.getByLabel("Demorarlos, en segundos").fill("5");
        phone.getByText("Perder la respuesta").click();
        assertThat(phone.locator("#mischief-on")).isVisible();
        ana.answer("¿Y esto?");
        assertThat(ana.message("¿Y esto?").getByText("Resultado desconocido")).isVisible(PATIENTLY);
        assertThat(ana.inbox.locator(".status-delivered, .status-read").filter(saying("¿Y esto?")))
                .isVisible(PATIENTLY);
        button(phone, "Portarse bien").click();
        assertThat(phone.locator("#mischief-on")).isHidden();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoIsSignedOutComesBackToThePageThatWasWanted() {
        BrowserPerson ana = talking("Hola de nuevo");
        String wanted = ana.inbox.url();
        button(ana.inbox, "Cerrar sesión").click();
        assertThat(ana.inbox.locator("#login")).isVisible();

        ana.inbox.navigate(wanted);
        ana.signIn("no es esta frase");
        assertThat(ana.inbox.getByText("El correo o la contraseña no son correctos."))
                .isVisible();
        ana.signIn(BrowserPerson.PASSWORD);

        assertThat(ana.message("Hola de nuevo")).isVisible();
        assertThat(ana.inbox).hasURL(wanted);
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        Page page = browser.visitor(1440, ColorScheme.LIGHT, "es-CL").newPage();
        page.navigate(application.url() + "/register");
        page.getByLabel("Correo electrónico").fill("ana");
        page.locator("#password").fill("corta");
        button(page, "Crear la cuenta").click();

        assertThat(page.locator("#company-error")).hasText("Falta este dato.");
        assertThat(page.locator("#email-error")).containsText("correo completo");
        assertThat(page.locator("#password-error")).hasText("Usa al menos 10 caracteres.");
        assertThat(page.locator("#company")).isFocused();
    }

    @Test
    void thePanelOffersTheNumberThatTheSandboxHas() {
        BrowserPerson ana = person(1440, ColorScheme.LIGHT);
        ana.register();
        ana.inbox.navigate(application.url() + "/panel/channels");

        String offered = button(ana.inbox, "Conectar el número de prueba").getAttribute("data-number");
        assertThat(JsonMapper.shared().readValue(offered, SandboxNumber.class)).isEqualTo(SandboxNumber.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440", "DARK,1440", "LIGHT,390", "DARK,390"})
    void everyPageIsLegibleForEverybody(ColorScheme scheme, int width) {
        String suffix = "-" + scheme + "-" + width;
        BrowserPerson ana = person(width, scheme);
        ana.inbox.navigate(application.url() + "/login");
        TestBrowser.inspect(ana.inbox, "login" + suffix);
        ana.inbox.navigate(application.url() + "/register");
        TestBrowser.inspect(ana.inbox, "register" + suffix);
        ana.register();
        TestBrowser.inspect(ana.inbox, "inbox-empty" + suffix);
        ana.connectSandbox();
        TestBrowser.inspect(ana.inbox, "channels" + suffix);
        Page phone = ana.openPhone();
        write(phone, "Hola");
        assertThat(phone.locator(".bubble.mine")).containsText("Hola");
        TestBrowser.inspect(phone, "phone" + suffix);
        ana.openInbox();
        assertThat(ana.inbox.locator(".row-link")).containsText("Hola");
        TestBrowser.inspect(ana.inbox, "inbox" + suffix);
        ana.openConversation("Hola");
        ana.answer("¡Buenas!");
        TestBrowser.inspect(ana.inbox, "thread" + suffix);
        assertThat(ana.inbox.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }

    private static BrowserPerson person(int width, ColorScheme scheme) {
        return new BrowserPerson(browser.visitor(width, scheme, "es-CL"), application.url());
    }

    /** Somebody with an open conversation that a customer began. */
    private static BrowserPerson talking(String text) {
        BrowserPerson ana = person(1440, ColorScheme.LIGHT);
        ana.register();
        ana.connectSandbox();
        write(ana.openPhone(), text);
        ana.openInbox();
        ana.openConversation(text);
        return ana;
    }

    private static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
