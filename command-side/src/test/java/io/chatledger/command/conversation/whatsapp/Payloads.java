package io.chatledger.command.conversation.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Broken;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Message;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Unused;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Webhook bodies written with single quotes, and what the parser makes of them. */
final class Payloads {

    static final String SENDER = "'from':'56900000001','id':'wamid.1','timestamp':'1790000000',";

    private Payloads() {}

    static Identity phone(String digits) {
        return new Identity(IdentityType.phone, digits);
    }

    static @Nullable String text(String type) {
        return message(SENDER + type).content().text();
    }

    static String unused(String value) {
        return ((Unused) only(value(value))).reason();
    }

    static String broken(String value) {
        return ((Broken) only(value(value))).reason();
    }

    static Message message(String members) {
        return (Message) only(value("'messages':[{" + members + "}]"));
    }

    static String value(String members) {
        return "{'object':'whatsapp_business_account','entry':[{'id':9001,'changes':[{'field':'messages','value':"
                + "{'messaging_product':'whatsapp','metadata':{'phone_number_id':7001}," + members + "}}]}]}";
    }

    static WebhookUpdate only(String json) {
        List<WebhookUpdate> updates = updates(json);
        assertThat(updates).hasSize(1);
        return updates.getFirst();
    }

    static List<WebhookUpdate> updates(String json) {
        return WebhookBody.updates(json.replace('\'', '"').getBytes(UTF_8));
    }
}
