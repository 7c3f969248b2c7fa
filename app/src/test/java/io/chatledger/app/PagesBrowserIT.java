package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chatledger.app.BrowserPerson.button;
import static io.chatledger.app.BrowserPerson.look;
import static io.chatledger.app.BrowserPerson.measure;
import static io.chatledger.app.BrowserPerson.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.sandbox.whatsapp.SandboxNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Every page of the real application in a real browser; what they are made of is looked at by {@link KitBrowserIT}. */
@DisabledIfEnvironmentVariable(named = "CHATLEDGER_SKIP_BROWSER", matches = ".+")
class PagesBrowserIT {

    @RegisterExtension
    static final BrowserStage STAGE = new BrowserStage();

    @Test
    void whatIsMissingIsSaidAtItsField() {
        Page page = STAGE.browser().visitor(1440, ColorScheme.LIGHT, "es-CL").newPage();
        page.navigate(STAGE.url() + "/register");
        page.getByLabel("Correo electrónico").fill("ana");
        page.locator("#password").fill("corta");
        button(page, "Crear la cuenta").click();

        assertThat(page.locator("#company-error")).hasText("Falta este dato.");
        assertThat(page.locator("#email-error")).containsText("correo completo");
        assertThat(page.locator("#password-error")).hasText("Usa al menos 10 caracteres.");
        assertThat(page.locator("#company")).isFocused();
    }

    @Test
    void whatTheProviderSaysIsADetailInItsOwnLanguage() {
        BrowserPerson ana = STAGE.person(390, ColorScheme.LIGHT);
        ana.join();
        ana.inbox.navigate(STAGE.url() + "/panel/channels");
        ana.inbox.locator("#name").fill("Mesón");
        ana.inbox.locator("#phoneNumberId").fill("4711");
        ana.inbox.locator("#accessToken").fill("bogus");
        ana.inbox.locator("#connect [type=submit]").click();

        assertThat(ana.inbox.locator("#accessToken-error")).containsText("WhatsApp dice que ese token no es");
        assertThat(ana.inbox.locator("#accessToken-error [lang=en]")).containsText("The provider says");
        look(ana.inbox, "channels-refused");
    }

    @Test
    void thePanelOffersTheNumberThatTheSandboxHas() {
        BrowserPerson ana = STAGE.person(1440, ColorScheme.LIGHT);
        ana.register();
        ana.inbox.navigate(STAGE.url() + "/panel/channels");

        String offered = button(ana.inbox, "Conectar el número de prueba").getAttribute("data-number");
        assertThat(JsonMapper.shared().readValue(offered, SandboxNumber.class)).isEqualTo(SandboxNumber.DEFAULT);
    }

    @Test
    void everyPageIsLegibleForEverybody() {
        BrowserPerson ana = STAGE.person(390, ColorScheme.DARK);
        ana.inbox.navigate(STAGE.url() + "/login");
        look(ana.inbox, "login");
        ana.inbox.navigate(STAGE.url() + "/register");
        look(ana.inbox, "register");
        ana.register();
        look(ana.inbox, "inbox-empty");
        ana.connectSandbox();
        look(ana.inbox, "channels");
        Page phone = ana.openPhone();
        write(phone, "Hola");
        assertThat(phone.locator(".bubble.mine")).containsText("Hola");
        look(phone, "phone");
        ana.openInbox();
        assertThat(ana.inbox.locator(".row-link")).containsText("Hola");
        measure(ana.inbox, "inbox");
        ana.openConversation("Hola");
        ana.answer("¡Buenas!");
        measure(ana.inbox, "thread");
        Sightseer sightseer = new Sightseer(ana);
        sightseer.seesThePast("Hola");
        sightseer.seesTheNumbers(STAGE.url());
    }

    @Test
    void aCustomerIsForgottenAndTheRulesAreSet() {
        BrowserPerson ana = STAGE.person(1440, ColorScheme.LIGHT);
        ana.join();
        write(ana.openOwnPhone(), "Hola");
        ana.openConversation("Hola");
        button(ana.inbox, "Borrar…").click();
        measure(ana.inbox, "erase");
        button(ana.inbox, "Borrar para siempre").click();
        assertThat(ana.inbox.locator("#erase-reason-error")).hasText("Falta este dato.");
        ana.inbox.getByLabel("Motivo").fill("lo pidió por carta");
        button(ana.inbox, "Borrar para siempre").click();
        assertThat(ana.inbox.locator("#erase-dialog")).isHidden();
        assertThat(ana.inbox.locator("#facts h2")).hasText("Cliente borrado");
        assertThat(ana.inbox.locator("#act-export")).hasCount(0);
        measure(ana.inbox, "erased");

        ana.inbox.navigate(STAGE.url() + "/panel/privacy");
        measure(ana.inbox, "privacy");
        ana.inbox.locator("#inactiveContactsDays").fill("10");
        button(ana.inbox, "Guardar").click();
        assertThat(ana.inbox.locator("#inactiveContactsDays-error")).hasText("Escribe un número entero de 30 a 3650.");
        ana.inbox.locator("#inactiveContactsDays").fill("365");
        button(ana.inbox, "Guardar").click();
        assertThat(ana.inbox.locator(".form-done")).hasText("Guardado. Se aplica cada hora.");
    }

    /** The lists themselves come from the JSON API, which has tests of its own. */
    @Test
    void whoRunsTheInstallationSeesItsWork() {
        Page page = STAGE.browser().visitor(1440, ColorScheme.LIGHT, "es-CL").newPage();
        page.navigate(STAGE.url() + "/login?next=/panel/admin/projections");
        page.getByLabel("Correo electrónico").fill(BrowserApplication.ADMIN);
        page.locator("#password").fill(BrowserApplication.ADMIN_PASSWORD);
        button(page, "Entrar").click();
        assertThat(page.locator(".work").first()).isVisible();
        assertThat(page.locator(".work").first().locator(".tag:visible")).hasText("Al día");
        measure(page, "projections");
        button(page, "Reconstruir").first().click();
        assertThat(page.locator(".work").first().locator(".rebuild p:visible")).hasText("Reconstruida");
        page.navigate(STAGE.url() + "/panel/admin/dead-letters");
        assertThat(page.getByText("No hay nada apartado")).isVisible();
        STAGE.application().park("channel.ChannelConnected");
        button(page, "Filtrar").click();
        assertThat(page.locator(".work h2")).hasText("channel.ChannelConnected");
        measure(page, "dead-letters");
        page.getByText("Descartar…").click();
        button(page, "Descartar este evento").click();
        assertThat(page.locator(".field-error")).hasText("Falta este dato.");
        page.locator("textarea").fill("de una prueba");
        button(page, "Descartar este evento").click();
        assertThat(page.getByText("No hay nada apartado")).isVisible();
    }

    @Test
    void theHistoryIsReadComparedReplayedAndProved() {
        BrowserPerson ana = STAGE.person(390, ColorScheme.DARK);
        ana.join();
        write(ana.openOwnPhone(), "Hola");
        ana.openConversation("Hola");
        AuditReader reader = new AuditReader(ana.inbox);
        reader.findsTheMessage("Hola");
        reader.looksAtTheMomentBefore("Hola");
        reader.comparesTwoMoments();
        reader.replaysAndLooksAtIt("Hola");
        reader.provesIt();
        // Another's test may have the sandbox's usual number: that was said, and another was taken.
        assertThat(STAGE.browser().complaints()).allMatch(complaint -> complaint.contains("409"));
    }
}
