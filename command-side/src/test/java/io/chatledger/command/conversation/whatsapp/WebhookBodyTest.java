package io.chatledger.command.conversation.whatsapp;

import static io.chatledger.command.conversation.whatsapp.Payloads.SENDER;
import static io.chatledger.command.conversation.whatsapp.Payloads.broken;
import static io.chatledger.command.conversation.whatsapp.Payloads.message;
import static io.chatledger.command.conversation.whatsapp.Payloads.only;
import static io.chatledger.command.conversation.whatsapp.Payloads.phone;
import static io.chatledger.command.conversation.whatsapp.Payloads.unused;
import static io.chatledger.command.conversation.whatsapp.Payloads.updates;
import static io.chatledger.command.conversation.whatsapp.Payloads.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Broken;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Message;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Payment;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Status;
import io.chatledger.command.conversation.whatsapp.WebhookUpdate.Unused;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.PaymentStatus;
import io.chatledger.kernel.conversation.SendError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookBodyTest {

    @Test
    void joinsWhatIsSaidAboutTheSender() {
        Message message = (Message) only(value("'contacts':[{'wa_id':'56900000009','profile':{'name':'Otra'}},"
                + "{'wa_id':'56900000001','user_id':'CL.77','parent_user_id':'CL.ENT.88',"
                + "'profile':{'name':'Rosa','username':'rosa.r'}}],"
                + "'messages':[{" + SENDER + "'type':'text','text':{'body':'x'}}]"));
        assertThat(message.profileName()).isEqualTo("Rosa");
        assertThat(message.sender())
                .containsExactly(
                        new Identity(IdentityType.bsuid, "CL.77"),
                        phone("56900000001"),
                        new Identity(IdentityType.parent_bsuid, "CL.ENT.88"),
                        new Identity(IdentityType.username, "rosa.r"));
    }

    @ParameterizedTest
    @CsvSource({
        "5511987654321, 551187654321",
        "525512345678, 5215512345678",
        "5491123456789, 541123456789",
    })
    void aNumberKeepsItsNameWhereItIsSpelledInTwoWays(String from, String waId) {
        Message message = (Message) only(value("'contacts':[{'wa_id':'56900000009','profile':{'name':'Otra'}},"
                + "{'wa_id':'" + waId + "','profile':{'name':'Rosa'}}],'messages':[{'from':'" + from
                + "','id':'wamid.1','timestamp':'1790000000','type':'text','text':{'body':'x'}}]"));
        assertThat(message.profileName()).isEqualTo("Rosa");
        assertThat(message.sender()).containsExactly(phone(from));
    }

    @Test
    void knowsASenderWithoutANumber() {
        Message message = message("'from_user_id':'CL.77','id':'wamid.1','timestamp':'1790000000','type':'text'");
        assertThat(message.sender()).containsExactly(new Identity(IdentityType.bsuid, "CL.77"));
    }

    @Test
    void readsAChangedNumber() {
        Message message = message(SENDER + "'type':'system','system':{'type':'user_changed_number',"
                + "'body':'Rosa changed from 56900000001 to 56900000002','wa_id':'56900000002','user_id':'CL.78'}");
        assertThat(message.sender()).containsExactly(phone("56900000001"));
        assertThat(message.movedTo()).containsExactly(new Identity(IdentityType.bsuid, "CL.78"), phone("56900000002"));
        assertThat(message.content().type()).isEqualTo("system");
    }

    @Test
    void findsTheOldUserIdInTheSentence() {
        Message message = message("'id':'wamid.1','timestamp':'1790000000','type':'system','system':"
                + "{'type':'user_changed_user_id','body':'User Rosa changed from CL.77 to CL.78','user_id':'CL.78'}");
        assertThat(message.sender()).containsExactly(new Identity(IdentityType.bsuid, "CL.77"));
        assertThat(message.movedTo()).containsExactly(new Identity(IdentityType.bsuid, "CL.78"));
    }

    @Test
    void readsAStatus() {
        Status status = (Status) only(value("'statuses':[{'id':'wamid.9','status':'failed','timestamp':1790000001,"
                + "'recipient_id':'56900000001','biz_opaque_callback_data':'ours',"
                + "'errors':[{'code':131047,'title':'t','error_data':{'details':'too late'}}],"
                + "'pricing':{'billable':false,'category':'service'}}]"));
        assertThat(status.id()).isEqualTo("wamid.9");
        assertThat(status.callbackData()).isEqualTo("ours");
        assertThat(status.status().error()).isEqualTo(new SendError(131047, "window-closed", "too late"));
        assertThat(status.status().pricing()).containsEntry("category", "service");
    }

    @Test
    void keepsAStatusNobodyKnows() {
        Status status = (Status) only(value("'statuses':[{'id':'wamid.9','status':'pondered','timestamp':'1790000001',"
                + "'recipient_user_id':'CL.77'}]"));
        assertThat(status.status().status()).isEqualTo("pondered");
    }

    @Test
    void takesAPaymentForAFactOfItsOwn() {
        Payment payment = (Payment) only(value("'statuses':[{'id':'wamid.9','recipient_id':'56900000001',"
                + "'type':'payment','status':'captured','timestamp':'1790000000','payment':{'reference_id':'order-1',"
                + "'amount':{'value':21000,'offset':100},'currency':'BRL','notes':{'who':'Rosa'},"
                + "'transaction':{'id':'t-1','type':'upi','status':'success'}}}]"));
        assertThat(payment.id()).isEqualTo("wamid.9");
        assertThat(payment.payment())
                .isEqualTo(new PaymentStatus(
                        "captured",
                        Instant.ofEpochSecond(1_790_000_000),
                        "order-1",
                        21_000L,
                        100L,
                        "BRL",
                        "t-1",
                        "upi",
                        "success",
                        null));
    }

    @Test
    void takesAStatusOfSomethingUnknownForNoDelivery() {
        assertThat(unused("'statuses':[{'id':'wamid.9','type':'order','status':'read','timestamp':'1790000000'}]"))
                .isEqualTo("status of order");
    }

    @Test
    void namesWhatItHasNoUseFor() {
        assertThat(unused("'messages':[{'group_id':'g'," + SENDER + "'type':'text'}]"))
                .isEqualTo("group");
        assertThat(unused("'statuses':[{'id':'w','type':'call','status':'RINGING'}]"))
                .isEqualTo("call");
        assertThat(unused("'statuses':[{'id':'w','recipient_type':'group','status':'read'}]"))
                .isEqualTo("group");
        assertThat(unused("'errors':[{'code':131000}]")).isEqualTo("errors 131000 provider-failed");
        Unused other = (Unused) only("{'entry':[{'id':'9001','changes':[{'field':'flows','value':{}}]}]}");
        assertThat(other.reason()).isEqualTo("field flows");
        assertThat(other.wabaId()).isEqualTo("9001");
    }

    @Test
    void namesWhatItCannotRead() {
        assertThat(broken("'messages':[{'from':'56900000001','timestamp':'1790000000','type':'text'}]"))
                .isEqualTo("message-without-id");
        assertThat(broken("'messages':[{'from':'56900000001','id':'w','timestamp':'soon','type':'text'}]"))
                .isEqualTo("message-without-timestamp");
        assertThat(broken("'messages':[{'id':'w','timestamp':'1790000000','type':'text'}]"))
                .isEqualTo("message-without-sender");
        assertThat(((Broken) only("no json")).reason()).startsWith("unreadable-body");
        assertThat(((Broken) only("{}")).reason()).startsWith("unexpected-shape");
        assertThat(((Broken) only("[".repeat(5_000))).reason()).startsWith("unreadable-body");
    }

    @Test
    void losesNoneOfABatch() {
        StringBuilder messages = new StringBuilder();
        for (int number = 0; number < 1_200; number++) {
            messages.append(number == 0 ? "" : ",")
                    .append("{'from':'56900000001','id':'wamid." + number
                            + "','timestamp':'1790000000','type':'text'}");
        }
        List<WebhookUpdate> updates = updates(value("'messages':[" + messages + "]"));
        assertThat(updates).hasSize(1_200);
        assertThat(((Message) updates.get(1_199)).id()).isEqualTo("wamid.1199");
    }
}
