package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Customer;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was acknowledged before an erasure and is worked through only after it. */
class AcknowledgedBeforeIT {

    private static final int MANY = 300;
    private static final String WORDS = "Mi nombre es Zoila Vaca";

    private final ErasableCustomer customer = ErasableCustomer.ofNewBusiness();
    private final Business business = customer.business();
    private final Number number = customer.number();
    private final String phone = customer.phone();

    @Test
    void isErasedTooAndWhatOthersSayInTheSameBodyIsNot() {
        String contact = customer.contactOf(customer.conversation("Hola"));
        String other = Unique.digits();
        List<Map<String, Object>> theirs = IntStream.range(0, MANY)
                .mapToObj(n -> Body.text(phone, Unique.wamid(), WORDS + " " + n))
                .toList();
        Webhook.deliver(Body.messages(
                number,
                Stream.concat(theirs.stream(), Stream.of(Body.text(other, Unique.wamid(), "Soy otra")))
                        .toList()));

        customer.erase(contact);
        business.settle();

        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
        assertThat(Traces.of("Zoila", business.id())).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + other)).hasSize(1);
        assertThat(customer.eventsOf("contact.ContactCreated")).isEqualTo(2);
    }

    @Test
    void comesBackInNoOtherBody() {
        String contact = customer.contactOf(customer.conversation("Hola"));
        List<Map<String, Object>> theirs = IntStream.range(0, MANY)
                .mapToObj(n -> Body.text(phone, Unique.wamid(), WORDS + " " + n))
                .toList();
        Webhook.deliver(Body.messages(number, theirs));
        customer.erase(contact);
        business.settle();

        Webhook.deliver(Body.messages(number, theirs.subList(MANY - 50, MANY)));

        business.settle();
        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
    }

    @Test
    void doesNotKeepWhatComesAfterItFromBeingSomebodyNew() {
        String contact = customer.contactOf(customer.conversation("Hola"));
        IntStream.range(0, 50)
                .forEach(n -> Webhook.deliver(
                        Body.messages(number, List.of(Body.text(phone, Unique.wamid(), WORDS + " " + n)))));
        customer.erase(contact);

        customer.writes("Hola de nuevo");

        JsonNode again = business.upToDate().all("/api/v1/contacts?q=" + phone).getFirst();
        assertThat(again.get("id").asString()).isNotEqualTo(contact);
        assertThat(business.upToDate().all("/api/v1/messages/search?q=nuevo")).hasSize(1);
        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
    }

    @Test
    void staysAwayWhenItIsProcessedOnceMore() {
        String contact = customer.contactOf(customer.conversation("Hola"));
        Webhook.deliver(Body.messages(
                number,
                IntStream.range(0, MANY)
                        .mapToObj(n -> Body.text(phone, Unique.wamid(), WORDS + " " + n))
                        .toList()));
        customer.erase(contact);
        String entry = business.journal().getFirst().get("id").asString();

        business.owner().post("/api/v1/webhook-journal/" + entry + "/reprocess").expecting(202);
        business.settle();

        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
    }

    @Test
    void isFoundWhereItWasNobodysWhenItCame() {
        Number late = Number.unconnected();
        Webhook.deliver(Body.messages(late, List.of(Body.text(phone, Unique.wamid(), WORDS))));
        RunningApplication.settled();
        Client platform = RunningApplication.admin().with("Wait-For-Position", RunningApplication.settled());
        String entry = platform.get("/api/v1/webhook-journal?status=failed")
                .items()
                .getFirst()
                .get("id")
                .asString();
        business.connect(late);
        String contact = customer.contactOf(customer.conversation("Hola"));
        long size = size(entry);

        customer.erase(contact);

        assertThat(size(entry)).isLessThan(size);
        platform.post("/api/v1/webhook-journal/" + entry + "/reprocess").expecting(202);
        business.settle();
        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
    }

    @Test
    void isNotLostWhereTheNumberIsSomebodyElsesByNow() {
        Customer former = new Customer(number, phone, "CL." + phone + "1");
        Customer next = new Customer(number, phone, "CL." + phone + "2");
        former.writes(former.byBoth(Unique.wamid()));
        business.settle();
        String contact = business.upToDate()
                .all("/api/v1/contacts?q=" + phone)
                .getFirst()
                .get("id")
                .asString();
        Webhook.deliver(Body.messages(
                number,
                IntStream.range(0, MANY)
                        .mapToObj(n -> next.byBoth(Unique.wamid()))
                        .toList()));

        customer.erase(contact);

        business.settle();
        assertThat(customer.eventsOf("conversation.MessageReceived")).isEqualTo(MANY + 1);
        assertThat(customer.eventsOf("conversation.MessageWithheld")).isZero();
    }

    private static long size(String entry) {
        return RunningApplication.number("select octet_length(body) from webhook_journal where id = ?::uuid", entry);
    }
}
