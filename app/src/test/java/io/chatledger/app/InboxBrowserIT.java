package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chatledger.app.BrowserPerson.button;
import static io.chatledger.app.BrowserPerson.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tour promises, as a person sees it: the whole application behind a real browser. */
@DisabledIfEnvironmentVariable(named = "CHATLEDGER_SKIP_BROWSER", matches = ".+")
class InboxBrowserIT {

    @RegisterExtension
    static final BrowserStage STAGE = new BrowserStage();

    @Test
    void aFirstMessageArrivesIsAnsweredAndReadWithoutReloading() {
        BrowserPerson ana = STAGE.person(1440, ColorScheme.LIGHT);
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
        assertThat(ana.inbox.locator(".status-read .tick-read")).isVisible();
        assertThat(ana.inbox.locator(".status-read .tick-read"))
                .hasAttribute("title", Pattern.compile("Enviado .*Entregado .*Leído ", Pattern.DOTALL));
        assertThat(ana.inbox.evaluate("window.neverReloaded")).isEqualTo(true);
        assertNoComplaints();
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
        assertNoComplaints();
    }

    @Test
    void aRefusedMessageSaysWhyAndALostAnswerIsSettledLater() {
        BrowserPerson ana = talking("¿Siguen ahí?");
        Page phone = ana.phone();

        phone.getByLabel("Responder con error").selectOption("131026");
        assertThat(phone.locator("#mischief-on")).isVisible();
        ana.answer("Esto no llega");
        assertThat(ana.message("Esto no llega").locator(".trouble").filter(saying("Ese número no puede recibirlo")))
                .isVisible();

        phone.getByLabel("Responder con error").selectOption("");
        phone.getByLabel("Demorarlos, en segundos").fill("60");
        phone.waitForResponse(
                answer -> answer.url().endsWith("/mischief") && answer.text().contains("\"dropResponse\":true"),
                () -> phone.getByText("Perder la respuesta").click());
        ana.answer("¿Y esto?");
        assertThat(ana.message("¿Y esto?").locator(".doubt").filter(saying("Resultado desconocido")))
                .isVisible();
        button(phone, "Portarse bien").click();
        assertThat(phone.locator("#mischief-on")).isHidden();
        assertThat(ana.inbox.locator(".status-delivered, .status-read").filter(saying("¿Y esto?")))
                .isVisible();
        assertNoComplaints();
    }

    @Test
    void whoIsSignedOutComesBackToThePageThatWasWanted() {
        BrowserPerson ana = talking("Hola de nuevo");
        String wanted = ana.inbox.url();
        ana.signOut();
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
    void earlierMessagesComeOnRequest() {
        BrowserPerson ana = talking("El primero de todos");
        ana.phone().evaluate("""
                async () => {
                  const to = document.getElementById('number').value;
                  for (let i = 1; i <= 65; i++) await fetch('/sandbox/api/customers/56911110001/messages', {
                    method: 'POST', headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ phoneNumberId: to, type: 'text', text: `Mensaje ${i}` }) });
                }""");
        assertThat(ana.message("Mensaje 65")).isVisible();
        ana.inbox.reload();
        assertThat(ana.message("Mensaje 65")).isVisible();
        assertThat(ana.inbox.getByText("El primero de todos")).hasCount(0);

        button(ana.inbox, "Mensajes anteriores").click();
        assertThat(ana.inbox.locator("#older .bubble").first()).containsText("El primero de todos");
        assertThat(ana.inbox.locator(".bubbles .bubble")).hasCount(66);
        assertThat(button(ana.inbox, "Mensajes anteriores").first()).isHidden();
        assertNoComplaints();
    }

    /** But that the sandbox's first number is taken, which every company but the first hears before it gets another. */
    private static void assertNoComplaints() {
        assertThat(STAGE.browser().complaints())
                .filteredOn(complaint -> !complaint.matches(".*409.*/api/v1/channels:.*"))
                .isEmpty();
    }

    /** Somebody with an open conversation that a customer began. */
    private static BrowserPerson talking(String text) {
        BrowserPerson ana = STAGE.person(1440, ColorScheme.LIGHT);
        ana.join();
        write(ana.openOwnPhone(), text);
        ana.openConversation(text);
        return ana;
    }

    private static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
