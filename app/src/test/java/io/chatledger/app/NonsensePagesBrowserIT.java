package io.chatledger.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever somebody writes into the address, pages stand: no script breaks, and what is shown is a page. */
@DisabledIfEnvironmentVariable(named = "CHATLEDGER_SKIP_BROWSER", matches = ".+")
class NonsensePagesBrowserIT {

    @RegisterExtension
    static final BrowserStage STAGE = new BrowserStage();

    private static final List<String> NONSENSE = List.of(
            "x",
            "-1",
            "1e400",
            "NaN",
            "2026-13-45T99:99:99Z",
            "+275760-09-13T00:00:00Z",
            "\u0301",
            "<b>'\"&{{",
            "9".repeat(300));

    private static final Map<String, List<String>> PARAMETERS = new TreeMap<>(Map.ofEntries(
            entry("/panel", List.of("status", "q", "limit", "asOf", "replay", "lang")),
            entry(
                    "/panel/audit",
                    List.of("from", "to", "feature", "type", "actor", "aggregateId", "correlationId", "lang")),
            entry("/panel/audit/changes", List.of("from", "to", "feature", "cursor")),
            entry("/panel/audit/replays", List.of("cursor", "asOf")),
            entry("/panel/audit/proof", List.of("cursor")),
            entry("/panel/metrics", List.of("days", "versions", "asOf")),
            entry(
                    "/panel/metrics/messages-in",
                    List.of("version", "from", "to", "who", "kind", "cause", "cursor", "asOf")),
            entry("/panel/channels", List.of("asOf")),
            entry("/panel/privacy", List.of("asOf")),
            entry("/login", List.of("lang", "next"))));

    @Test
    void noParameterBreaksAPage() {
        BrowserPerson ana = STAGE.person(1280, ColorScheme.LIGHT);
        ana.join();
        STAGE.browser().complaints();
        PARAMETERS.forEach((path, names) -> {
            // A page that refuses one parameter may never look at the next: each has nonsense alone too.
            names.forEach(name -> visit(ana.inbox, path, List.of(name), NONSENSE.getFirst()));
            NONSENSE.forEach(value -> visit(ana.inbox, path, names, value));
        });
        visit(ana.inbox, "/panel/audit/changes?from=x&to=x&feature=x");
    }

    @Test
    void aMomentThatIsNoneLeavesItsFieldEmpty() {
        BrowserPerson ana = STAGE.person(1280, ColorScheme.LIGHT);
        ana.join();
        visit(ana.inbox, "/panel/audit?from=x");
        assertThat(ana.inbox.locator(".form-error")).isVisible();
        assertThat(ana.inbox.locator("[data-instant=from]")).hasValue("");
    }

    private static void visit(Page page, String path, List<String> names, String value) {
        visit(
                page,
                names.stream()
                        .map(name -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", "")));
    }

    private static void visit(Page page, String address) {
        page.navigate(STAGE.url() + address);
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator("main")).isVisible();
        assertThat(STAGE.browser().complaints())
                .as(address)
                .filteredOn(complaint ->
                        !complaint.startsWith("Failed to load resource: the server responded with a status of 4"))
                .isEmpty();
    }
}
