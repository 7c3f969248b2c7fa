package io.chatledger.app.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.command.Commands;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.command.conversation.OutboundMessage;
import io.chatledger.command.conversation.widget.Widget;
import io.chatledger.command.conversation.widget.WidgetGateway;
import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A provider of another kind than WhatsApp, with customers who have no telephone and no window that closes, talks through
 * the conversation beside a number, with nothing of it written in a file of others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WidgetIT {

    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final Instant LONG_AGO =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(40));

    private final OwnApplication application = new OwnApplication(
            TestCluster.create(Unique.word()),
            TestCluster.username(),
            TestCluster.password(),
            "--spring.profiles.active=widget");
    private final Business business = application.register();
    private final ChannelId channel = ChannelId.of(new TenantId(business.id()), UUID.randomUUID());
    private final Number number = Number.unconnected();

    private String talk = "";
    private String beside = "";
    private Instant before = Instant.EPOCH;

    @BeforeAll
    void aVisitorWritesToAPageThatIsCalledLikeANumber() {
        business.owner().post("/api/v1/channels", Business.channel(number)).expecting(201);
        beside = application.conversationWith(business, number, Unique.digits());
        connect();
        before = Instant.now();
        report(Map.of("id", "in-1", "at", LONG_AGO, "visitor", "v-1", "name", "Rosa", "text", "¿Hay turno hoy?"));
        List<JsonNode> found = upToDate().all(CONVERSATIONS + "?channelId=" + channel.key());
        assertThat(found).hasSize(1);
        talk = found.getFirst().get("id").asString();
    }

    @AfterAll
    void end() {
        application.close();
    }

    @Test
    void bothAreInOneInboxAndEachInItsOwnChannels() {
        assertThat(upToDate().all(CONVERSATIONS))
                .extracting(one -> one.get("id").asString())
                .contains(talk, beside);
        JsonNode ours = upToDate().get(CONVERSATIONS + "/" + talk).json();
        assertThat(ours.get("contact").get("name").asString()).isEqualTo("Rosa");
        assertThat(ours.get("contact").get("identities").toString()).contains("provider_user", "widget/v-1");
        assertThat(application.ask("select provider from channel_view order by 1"))
                .containsExactly("cloud_api", "widget");
    }

    @Test
    void itsWindowNeverCloses() {
        JsonNode window = upToDate().get(CONVERSATIONS + "/" + talk).json().get("window");
        assertThat(window.get("open").asBoolean()).isTrue();
        assertThat(window.get("closesAt").isNull()).isTrue();
        JsonNode listed =
                upToDate().all(CONVERSATIONS + "?channelId=" + channel.key()).getFirst();
        assertThat(listed.get("window")).isEqualTo(window);
    }

    @Test
    void anAnswerGoesOutThroughItsOwnGatewayAndIsSeen() throws InterruptedException {
        String answer = business.owner()
                .post(messages(), Map.of("type", "text", "text", "Sí, a las 5"))
                .expecting(202)
                .string("id");
        OutboundMessage shown = application.bean(WidgetGateway.class).next();
        assertThat(shown.content().text()).isEqualTo("Sí, a las 5");
        assertThat(shown.endpoint()).isEqualTo(Widget.at(number.phoneNumberId()));

        report(Map.of("id", "out-" + shown.callbackData(), "at", Instant.now(), "seen", shown.callbackData()));

        assertThat(upToDate().all(messages()))
                .filteredOn(one -> one.get("id").asString().equals(answer))
                .singleElement()
                .satisfies(one -> assertThat(one.get("status").asString()).isEqualTo("read"));
    }

    @Test
    void theSameReportComingTwiceIsOneMessage() {
        Map<String, Object> once =
                Map.of("id", "in-2", "at", Instant.now(), "visitor", "v-2", "name", "Eva", "text", "Hola");
        report(once);
        report(Map.of("id", "in-2", "at", once.get("at"), "visitor", "v-2", "text", "Hola"));
        assertThat(upToDate().all("/api/v1/messages/search?q=Hola")).hasSize(2);
    }

    @Test
    void thePanelShowsItWithItsOwnName() {
        assertThat(page("/panel/channels")).contains("Site bubble", "WhatsApp Cloud API");
        assertThat(page("/panel/conversations/" + talk)).contains("Rosa", "Always open", "¿Hay turno hoy?");
        assertThat(page("/panel/channels?asOf=" + before)).contains("Site bubble");
        assertThat(page("/panel?asOf=" + before)).doesNotContain("Rosa");
    }

    @Test
    void whatBelongsToThePersonIsHandedOver() {
        String contact = upToDate()
                .get(CONVERSATIONS + "/" + talk)
                .json()
                .get("contact")
                .get("id")
                .asString();
        assertThat(business.owner()
                        .get("/api/v1/contacts/" + contact + "/export?format=json")
                        .text())
                .contains("widget/v-1", "¿Hay turno hoy?");
    }

    @Test
    void itsRowsAreTheSameOnceMadeAgain() {
        String rows = "select t::text from conversation_view t order by tenant_id, id";
        List<String> live = application.ask(rows);
        Rebuilding.one(application.admin(), "conversation");
        assertThat(application.ask(rows)).isEqualTo(live);
    }

    /** By a door of the provider's own: nobody needs a token for a page. */
    private void connect() {
        application
                .bean(Commands.class)
                .send(
                        new ConnectChannel(
                                channel,
                                application
                                        .bean(ClaimIndex.class)
                                        .of(
                                                TenantId.PLATFORM,
                                                RouteClaimed.endpoints(Widget.PROVIDER),
                                                number.phoneNumberId()),
                                null,
                                Widget.at(number.phoneNumberId()),
                                "Portada",
                                null,
                                null,
                                Instant.now()),
                        Origin.of(channel.tenant(), Actor.SYSTEM));
    }

    private void report(Map<String, Object> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("page", number.phoneNumberId());
        application.stranger().post("/webhooks/widget", body).expecting(200);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> application.ask("select id::text from webhook_journal where state = 'received'"),
                        List::isEmpty);
    }

    private String messages() {
        return CONVERSATIONS + "/" + talk + "/messages";
    }

    private String page(String path) {
        Answer answer = upToDate().with("Accept-Language", "en").get(path).expecting(200);
        return answer.text();
    }

    private Client upToDate() {
        return business.owner()
                .with("Wait-For-Position", Long.toString(application.number("select position from event_head")));
    }
}
