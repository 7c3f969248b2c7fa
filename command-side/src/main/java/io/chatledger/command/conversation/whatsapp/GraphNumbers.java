package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.channel.EndpointOwnership;
import io.chatledger.command.conversation.whatsapp.GraphReply.No;
import io.chatledger.command.conversation.whatsapp.GraphReply.NotUnderstood;
import io.chatledger.command.conversation.whatsapp.GraphReply.Told;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Graph API for a number with a token, and for the numbers of its business account.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers">Phone
 *     numbers</a>
 */
class GraphNumbers implements EndpointOwnership {

    private static final String FIELDS = "id,display_phone_number,verified_name,quality_rating";
    private static final String NUMBER = "/{number}?fields=" + FIELDS;
    private static final String NUMBERS = "/{account}/phone_numbers?fields=id,display_phone_number&limit=100";

    /** An account has two numbers at first and some dozens at most: more pages than this are nonsense. */
    private static final int MOST_PAGES = 20;

    private final GraphQuestions questions;

    GraphNumbers(GraphQuestions questions) {
        this.questions = questions;
    }

    @Override
    public Provider provider() {
        return Provider.CLOUD_API;
    }

    @Override
    public Proof prove(TenantId tenant, String phoneNumberId, @Nullable String wabaId, String accessToken) {
        GraphReply reply = questions.ask(tenant, accessToken, NUMBER, Map.of("number", phoneNumberId));
        return switch (reply) {
            case Told told when told.object().text("id") == null -> new Proof.Unavailable("number-without-id");
            // Names such as "me" lead to other objects.
            case Told told
            when !phoneNumberId.equals(told.object().text("id")) -> new Proof.Refused("accessToken", "another-object");
            case Told told when wabaId == null || wabaId.isEmpty() -> proved(told.object());
            case Told told -> inAccount(tenant, told.object(), phoneNumberId, wabaId, accessToken);
            case No no -> new Proof.Refused("accessToken", no.error().reason());
            case NotUnderstood not -> new Proof.Unavailable(not.reason());
        };
    }

    private Proof inAccount(TenantId tenant, Json number, String phoneNumberId, String wabaId, String token) {
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            GraphReply reply = page(tenant, wabaId, token, after);
            if (reply instanceof NotUnderstood not) {
                return new Proof.Unavailable(not.reason());
            }
            if (!(reply instanceof Told told)) {
                break;
            }
            Json list = told.object();
            if (!list.get("data").isArray()) {
                return new Proof.Unavailable("numbers-without-data");
            }
            if (list.get("data").elements().anyMatch(one -> phoneNumberId.equals(one.text("id")))) {
                return proved(number);
            }
            after = list.get("paging").text("next") == null
                    ? null
                    : list.get("paging").get("cursors").text("after");
            if (after == null) {
                break;
            }
        }
        return new Proof.Refused("wabaId", "not-in-business-account");
    }

    private GraphReply page(TenantId tenant, String wabaId, String token, @Nullable String after) {
        return after == null
                ? questions.ask(tenant, token, NUMBERS, Map.of("account", wabaId))
                : questions.ask(tenant, token, NUMBERS + "&after={after}", Map.of("account", wabaId, "after", after));
    }

    private static Proof proved(Json number) {
        String display = number.text("display_phone_number");
        return new Proof.Proved(display == null || display.length() > 32 ? null : display);
    }
}
