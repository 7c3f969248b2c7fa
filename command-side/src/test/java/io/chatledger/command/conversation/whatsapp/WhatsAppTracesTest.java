package io.chatledger.command.conversation.whatsapp;

import static io.chatledger.command.CommandSide.TENANT;
import static io.chatledger.command.conversation.whatsapp.Payloads.phone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a journalled body is an erased person's, as the claims tell it. */
class WhatsAppTracesTest {

    private static final UUID DELIVERY = new UUID(0, 9);
    private static final String NEXT =
            "{'from_user_id':'CL.2','from':'56911110001','id':'wamid.2','timestamp':'1790000000'}";
    private static final String OTHER = "{'from':'56922220002','id':'wamid.3','timestamp':'1790000000'}";
    private static final String THEIRS =
            "{'from_user_id':'CL.1','from':'56911110001','id':'wamid.1','timestamp':'1790000000'}";

    private final Erased erased = new Erased();
    private final WhatsAppTraces traces = erased.traces;

    @AfterEach
    void end() {
        erased.close();
    }

    @Test
    void whatWhoeverHasTheNumberNowSaysIsLeft() {
        erased.writes(1, user("CL.1"), phone("56911110001"));
        erased.writes(2, user("CL.2"), phone("56911110001"));
        erased.erases(3, user("CL.1"));

        assertThat(without(2, "'messages':[" + NEXT + "]")).isEqualTo("'messages':[" + NEXT + "]");
    }

    @Test
    void whatThePersonSaysIsTakenOutAndWhatOthersSayIsLeft() {
        erased.writes(1, user("CL.1"), phone("56911110001"));
        erased.erases(3, user("CL.1"));

        assertThat(without(
                        2,
                        "'contacts':[{'user_id':'CL.1'},{'wa_id':'56922220002'}],'messages':[" + THEIRS + "," + OTHER
                                + "],'statuses':[{'recipient_id':'56911110001'}]"))
                .isEqualTo("'contacts':[{'wa_id':'56922220002'}],'messages':[" + OTHER + "],'statuses':[]");
    }

    @Test
    void whatArrivedAfterTheErasureIsSomebodyNews() {
        erased.writes(1, user("CL.1"), phone("56911110001"));
        erased.erases(3, user("CL.1"));

        assertThat(without(4, "'messages':[" + THEIRS + "]")).contains("wamid.1");
    }

    @Test
    void whatIsForOthersNumbersIsLeft() {
        erased.writes(1, user("CL.1"));
        erased.erases(3, user("CL.1"));

        byte[] body = body("'messages':[" + THEIRS + "]");
        assertThat(traces.without(body, DELIVERY, 2, TENANT, number -> false)).isSameAs(body);
    }

    @Test
    void aBodyIsTakenWhereEachMessageIsStoredOrWithheld() {
        erased.writes(1, user("CL.1"));
        erased.erases(3, user("CL.1"));
        String both = "'messages':[" + THEIRS + "," + OTHER + "]";

        without(2, both);
        assertThat(isTaken(both)).isFalse();
        assertThat(isTaken("'messages':[" + THEIRS + "]")).isTrue();
        traces.withhold(TENANT, new Endpoint(Provider.CLOUD_API, "1001"), "wamid.3", DELIVERY);
        assertThat(isTaken(both)).isTrue();
    }

    @Test
    void aBodyWithMessagesForOthersAloneIsTaken() {
        assertThat(traces.areTaken(WebhookBody.updates(body("'messages':[" + OTHER + "]")), TENANT, number -> false))
                .isTrue();
    }

    private boolean isTaken(String value) {
        return traces.areTaken(WebhookBody.updates(body(value)), CommandSide.TENANT, number -> true);
    }

    private String without(long arrival, String value) {
        String left = new String(traces.without(body(value), DELIVERY, arrival, TENANT, number -> true), UTF_8)
                .replace('"', '\'');
        int start = left.indexOf("'1001'},") + "'1001'},".length();
        return left.substring(start, left.length() - "}}]}]}".length());
    }

    private static byte[] body(String value) {
        return ("{'entry':[{'id':'waba','changes':[{'field':'messages','value':{'metadata':{'phone_number_id':'1001'},"
                        + value + "}}]}]}")
                .replace('\'', '"')
                .getBytes(UTF_8);
    }

    private static Identity user(String id) {
        return new Identity(IdentityType.bsuid, id);
    }
}
