package io.chatledger.sandbox.whatsapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.rig.TestBrowser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The phone as a person uses it, in a real browser. */
@SandboxTest
@DisabledIfEnvironmentVariable(named = "CHATLEDGER_SKIP_BROWSER", matches = ".+")
@SuppressWarnings("NullAway.Init")
class PhonePageIT {

    private static final String CAMILA = "56911110001";
    private static TestBrowser browser;

    private final int port;

    PhonePageIT(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void leave() {
        browser.leave();
        browser.complaints();
    }

    @Test
    void showsWhatBothSidesWriteWithTheirTicks() throws Exception {
        Page page = phone("100000000000010", 1200, ColorScheme.LIGHT, "es-CL");
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Mensaje").setExact(true))
                .fill("¿Tienen hora?");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bubble.mine")).containsText("¿Tienen hora?");

        business("100000000000010", buttons());

        assertThat(page.locator(".bubble:not(.mine)")).containsText("¿Confirmas?");
        assertThat(page.locator(".bubble:not(.mine) .state")).hasAttribute("data-status", "read");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sí, confirmo"))
                .click();
        assertThat(page.locator(".bubble.mine").last()).containsText("Sí, confirmo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reaccionar al último mensaje"))
                .click();
        assertThat(page.locator(".bubble:not(.mine) .reaction")).isVisible();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/phone-light.png"))
                .setFullPage(true));
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNothingSeriousForAxe(ColorScheme scheme) throws Exception {
        Page page = phone("100000000000011", 1200, scheme, "en-US");
        page.getByText("Another customer").click();
        page.getByText("Another number").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send an image"))
                .click();
        business("100000000000011", buttons());
        assertThat(page.locator(".bubble:not(.mine)").first()).isVisible();
        TestBrowser.inspect(page, "phone-open-" + scheme);

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void fitsAPhone390PixelsWide() {
        Page page = phone("100000000000012", 390, ColorScheme.DARK, "es-CL");
        assertThat(page.locator(".customers button").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/phone-390.png"))
                .setFullPage(true));

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private Page phone(String number, int width, ColorScheme scheme, String locale) {
        Page page = browser.visitor(width, scheme, locale).newPage();
        page.navigate("http://127.0.0.1:" + port + "/sandbox?number=" + number);
        assertThat(page.locator("#chat-as")).not().isEmpty();
        return page;
    }

    private static String buttons() {
        return """
                {"messaging_product":"whatsapp","to":"%s","type":"interactive","interactive":{"type":"button",
                "body":{"text":"Tienes hora el jueves a las 16:00. ¿Confirmas?"},"footer":{"text":"Peluquería Aurora"},
                "action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Sí, confirmo"}},
                {"type":"reply","reply":{"id":"no","title":"Cambiar hora"}}]}}}""".formatted(CAMILA);
    }

    private void business(String number, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/sandbox/graph/v25.0/" + number + "/messages"))
                .header("Authorization", "Bearer any-token")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
