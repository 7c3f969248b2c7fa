package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Unique;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastPagesIT {

    private static final Pattern PANEL_LINK =
            Pattern.compile("(?:href|hx-get|data-open|action)=\"(/panel(?!/assets|/audit)[^\"]*)\"");

    private final Business business = Business.register();
    private final String conversation = business.conversationWith(business.connect(), Unique.digits());
    private Instant then = Instant.EPOCH;

    @BeforeEach
    void somethingHappensLater() {
        note("antes");
        business.upToDate().get("/api/v1/channels").expecting(200);
        then = Instant.now();
        note("después");
        business.upToDate().get("/api/v1/channels").expecting(200);
    }

    @Test
    void aPageShowsThenSaysSoAndOffersNothingToDo() {
        Answer page = page("/panel/conversations/" + conversation);
        assertThat(page.text())
                .contains("antes", "class=\"past\"", "href=\"?\"")
                .doesNotContain("después", "id=\"composer\"", "data-post=", "data-stream", "class=\"note-form\"");
        assertThat(business.owner().get("/panel/conversations/" + conversation).text())
                .contains("después", "id=\"composer\"", "data-post=", "data-stream")
                .doesNotContain("class=\"past\"");
    }

    @Test
    void numbersCannotBeConnectedInThePast() {
        assertThat(page("/panel/channels").text()).contains("class=\"past\"").doesNotContain("id=\"connect\"");
        assertThat(business.owner().get("/panel/channels").text()).contains("id=\"connect\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/panel",
                "/panel/channels",
                "/panel/metrics",
                "/panel/conversations/{id}",
                "/panel/fragments/list"
            })
    void everyLinkStaysThere(String path) {
        List<String> links = PANEL_LINK
                .matcher(page(path.replace("{id}", conversation)).text())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(link).contains("asOf="));
    }

    @Test
    void aReplayIsLookedAtUnderItsOwnName() {
        String id = business.replayAsOf(then);
        String page = business.owner()
                .get("/panel/conversations/" + conversation + "?replay=" + id)
                .expecting(200)
                .text();
        assertThat(page)
                .contains("antes", "class=\"past\"", "name=\"replay\" value=\"" + id + "\"")
                .doesNotContain("después", "id=\"composer\"", "asOf=");
        assertThat(PANEL_LINK.matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).contains("replay=" + id));
    }

    @Test
    void whatWasNotThereYetIsNotFound() {
        Answer page = business.owner().get("/panel/conversations/" + conversation + "?asOf=2020-01-01T00:00:00Z");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("class=\"past\"");
    }

    @Test
    void thereIsNoStreamOfThePast() {
        assertThat(business.owner().get(AsOfIT.at("/panel/stream", then)).status())
                .isEqualTo(400);
    }

    private Answer page(String path) {
        return business.owner().get(AsOfIT.at(path, then)).expecting(200);
    }

    private void note(String text) {
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", text))
                .expecting(200);
    }
}
