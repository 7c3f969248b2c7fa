package io.chatledger.web.description;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.rig.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that describes the API, as a stranger sees it. */
@DisabledIfEnvironmentVariable(named = "CHATLEDGER_SKIP_BROWSER", matches = ".+")
class ApiPageBrowserIT {

    private static final String BASE = RunningApplication.stranger().base().toString();

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,es-CL,La API de ChatLedger", "DARK,390,en-GB,The API of ChatLedger"})
    void everyOperationHasAPlaceAndNothingComesFromElsewhere(
            ColorScheme scheme, int width, String locale, String title) {
        try (TestBrowser browser = TestBrowser.open()) {
            Page page = browser.visitor(width, scheme, locale).newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(BASE + "/docs/api#post-channels");
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("article.operation"))
                    .hasCount((int) Document.operations().count());
            assertThat(Document.operations())
                    .allSatisfy(one ->
                            assertThat(page.locator("article#" + one.id())).containsText(one.path()));
            assertThat(page.locator("#post-channels")).isInViewport();
            TestBrowser.inspect(page, "api-" + scheme + "-" + width);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(asked).allMatch(url -> url.startsWith(BASE));
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
