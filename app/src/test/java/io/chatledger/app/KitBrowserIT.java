package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chatledger.app.BrowserPerson.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.rig.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every part of the panel in all its states, and the shell around every page. */
@DisabledIfEnvironmentVariable(named = "CHATLEDGER_SKIP_BROWSER", matches = ".+")
class KitBrowserIT {

    @RegisterExtension
    static final BrowserStage STAGE = new BrowserStage();

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final String FOCUS_IS_IN_THE_DRAWER = "document.activeElement.closest('#drawer') !== null";

    @ParameterizedTest
    @CsvSource({"LIGHT,es,Piezas del panel", "DARK,en,Parts of the panel"})
    void everyPartIsLegibleInBothThemesAndLanguages(ColorScheme scheme, String language, String title) {
        Page page = kit(WIDE, scheme, language);
        assertThat(page.locator("h1").first()).hasText(title);
        TestBrowser.inspect(page, "kit-" + scheme + "-" + WIDE);
        assertFits(page, WIDE);
        page.setViewportSize(NARROW, 844);
        TestBrowser.inspect(page, "kit-" + scheme + "-" + NARROW);
        assertFits(page, NARROW);
        page.locator("[data-dialog=erase-dialog]").first().click();
        assertThat(page.locator("#erase-dialog")).isVisible();
        TestBrowser.inspect(page, "kit-dialog-" + scheme);
        page.keyboard().press("Escape");
        assertThat(page.locator("#erase-dialog")).isHidden();
        button(page, language.equals("es") ? "Tu cuenta y preferencias" : "Your account and preferences")
                .click();
        TestBrowser.inspect(page, "kit-choices-" + scheme);
        assertThat(STAGE.browser().complaints()).isEmpty();
    }

    @Test
    void theDrawerKeepsTheFocusAndGivesItBack() {
        Page page = kit(NARROW, ColorScheme.DARK, "es");
        assertThat(page.locator(".bar .way")).hasCount(4);
        button(page, "Más").click();
        assertThat(page.locator("#drawer")).isVisible();
        assertThat(page.locator("#drawer .way").first()).hasText("Bandeja");
        TestBrowser.inspect(page, "kit-drawer");
        int stops = page.locator("#drawer a, #drawer button").count();
        for (int stop = 0; stop < stops; stop++) {
            assertThat(page.evaluate(FOCUS_IS_IN_THE_DRAWER)).isEqualTo(true);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer")).isHidden();
        assertThat(button(page, "Más")).isFocused();
    }

    @Test
    void theSideBarStaysAsItWasLeft() {
        Page page = kit(WIDE, ColorScheme.LIGHT, "es");
        var fold = button(page, "Plegar o abrir el menú");
        assertThat(fold).hasAttribute("aria-expanded", "false");
        fold.click();
        assertThat(fold).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#side").getByText("Ajustes")).isVisible();
        page.navigate(STAGE.url() + "/panel/channels");
        assertThat(fold).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#side [aria-current=page]")).hasText("Números");
        fold.click();
        assertThat(fold).hasAttribute("aria-expanded", "false");
    }

    /** Whoever comes with the keyboard alone passes the ways to the sections by. */
    @Test
    void theFirstStopLeadsToTheContent() {
        Page page = kit(WIDE, ColorScheme.LIGHT, "es");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
    }

    private static Page kit(int width, ColorScheme scheme, String language) {
        BrowserPerson ana = STAGE.person(width, scheme);
        ana.join();
        ana.inbox.navigate(STAGE.url() + "/panel/kit?lang=" + language);
        return ana.inbox;
    }

    private static void assertFits(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate("(main => main.scrollWidth - main.clientWidth)(document.getElementById('main'))"))
                .isEqualTo(0);
    }
}
