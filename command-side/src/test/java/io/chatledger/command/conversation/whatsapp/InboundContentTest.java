package io.chatledger.command.conversation.whatsapp;

import static io.chatledger.command.conversation.whatsapp.Payloads.SENDER;
import static io.chatledger.command.conversation.whatsapp.Payloads.message;
import static io.chatledger.command.conversation.whatsapp.Payloads.phone;
import static io.chatledger.command.conversation.whatsapp.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Message;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.conversation.MessageContent.Location;
import io.chatledger.kernel.conversation.MessageContent.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundContentTest {

    @Test
    void readsAText() {
        Message message = message(SENDER + "'type':'text','text':{'body':'¿Abren hoy?'},'context':{'id':'wamid.0'}");
        assertThat(message.id()).isEqualTo("wamid.1");
        assertThat(message.endpoint()).isEqualTo(new Endpoint(Provider.CLOUD_API, "7001"));
        assertThat(message.wabaId()).isEqualTo("9001");
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1790000000));
        assertThat(message.content().type()).isEqualTo("text");
        assertThat(message.content().text()).isEqualTo("¿Abren hoy?");
        assertThat(message.content().attributes()).isNull();
        assertThat(message.contextMessageId()).isEqualTo("wamid.0");
    }

    @Test
    void takesNumbersForIdsAndTimes() {
        Message message = message("'from':56900000001,'id':12345678901234567890,'timestamp':1790000000,"
                + "'type':'image','image':{'id':998877665544332211,'mime_type':'image/png','caption':'Vea'}");
        assertThat(message.id()).isEqualTo("12345678901234567890");
        assertThat(message.sender()).containsExactly(phone("56900000001"));
        assertThat(message.content().media())
                .isEqualTo(new Media("998877665544332211", "image/png", null, null, null, null, null));
        assertThat(message.content().text()).isEqualTo("Vea");
    }

    @Test
    void keepsATypeNobodyKnows() {
        Message message = message(SENDER + "'type':'telepathy','telepathy':{'strength':7,'thought':['a',{'b':true}]}");
        assertThat(message.content().type()).isEqualTo("telepathy");
        assertThat(message.content().attributes())
                .isEqualTo(Map.of("telepathy", Map.of("strength", 7, "thought", List.of("a", Map.of("b", true)))));
    }

    @Test
    void readsReplies() {
        assertThat(
                        text(
                                "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'b','title':'Sí'}}"))
                .isEqualTo("Sí");
        assertThat(
                        text(
                                "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'r','title':'Corte'}}"))
                .isEqualTo("Corte");
        assertThat(text("'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'body':'Sent'}}"))
                .isEqualTo("Sent");
        assertThat(text("'type':'button','button':{'payload':'YES','text':'Confirmo'}"))
                .isEqualTo("Confirmo");
        assertThat(text("'type':'interactive'")).isNull();
    }

    @Test
    void pointsAReactionAtItsMessage() {
        Message message = message(SENDER + "'type':'reaction','reaction':{'message_id':'wamid.x','emoji':'👍'}");
        assertThat(message.contextMessageId()).isEqualTo("wamid.x");
        assertThat(message.content().text()).isEqualTo("👍");
        assertThat(text("'type':'reaction','reaction':{'message_id':'wamid.x','emoji':''}"))
                .isNull();
    }

    @Test
    void readsEditsAndRevocations() {
        Message edit = message(SENDER + "'type':'edit','edit':{'original_message_id':'wamid.o',"
                + "'message':{'type':'text','text':{'body':'a las 9'}}}");
        assertThat(edit.contextMessageId()).isEqualTo("wamid.o");
        assertThat(edit.content().text()).isEqualTo("a las 9");
        Message revoke = message(SENDER + "'type':'revoke','revoke':{'original_message_id':'wamid.o'}");
        assertThat(revoke.contextMessageId()).isEqualTo("wamid.o");
    }

    @Test
    void keepsWhatHasNoPlaceOfItsOwn() {
        Message message = message(SENDER + "'type':'text','text':{'body':'hola'},'context':{'forwarded':true},"
                + "'referral':{'source_id':'ad-1'}");
        assertThat(message.content().attributes())
                .isEqualTo(Map.of("forwarded", true, "referral", Map.of("source_id", "ad-1")));
    }

    @Test
    void readsALocation() {
        Message message = message(
                SENDER + "'type':'location','location':{'latitude':-33.45,'longitude':'-70.66','name':'Local'}");
        assertThat(message.content().location()).isEqualTo(new Location(-33.45, -70.66, "Local", null, null));
        assertThat(message.content().attributes()).isNull();
    }

    @Test
    void replacesWhatNoDatabaseKeeps() {
        assertThat(text("'type':'text','text':{'body':'a\\u0000b\\ud800c\\ud83d\\ude00'}"))
                .isEqualTo("a\uFFFDb\uFFFDc😀");
    }
}
