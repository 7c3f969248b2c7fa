package io.chatledger.app.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Customer;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.rig.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** One customer, named by a number, by a user id and by both, in whatever order it comes. */
class IdentitiesMeetIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final Customer customer = Customer.of(number);

    static Stream<List<Integer>> orders() {
        return Customer.orders(3);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderEndsWithOnePerson(List<Integer> order) {
        List<Map<String, Object>> messages = customer.everyWay();
        for (int each : order) {
            customer.writes(messages.get(each));
            business.settle();
        }
        isOnePerson(3);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderInOneBodyEndsWithOnePerson(List<Integer> order) {
        List<Map<String, Object>> messages = customer.everyWay();
        Webhook.deliver(Body.messages(number, order.stream().map(messages::get).toList()));
        isOnePerson(3);
    }

    @Test
    void allAtOnceEndsWithOnePerson() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            messages.addAll(customer.everyWay());
        }
        Parallel.times(messages.size(), n -> {
            customer.writes(messages.get(n));
            return n;
        });
        isOnePerson(18);
    }

    @Test
    void aTextUnderTheNewUserIdBeforeTheChangeIsTheSamePersons() {
        String renamed = customer.userId() + "2";
        customer.writes(customer.byUserId(Unique.wamid()));
        business.settle();
        Webhook.deliver(Body.messages(
                number,
                List.of(
                        Customer.message(Unique.wamid(), Map.of("from_user_id", renamed)),
                        Customer.changed(
                                "user_changed_user_id",
                                Map.of("from_user_id", customer.userId()),
                                Map.of("previous_user_id", customer.userId(), "user_id", renamed)))));
        JsonNode contact = business.upToDate().all("/api/v1/contacts").getFirst();
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(1);
        assertThat(contact.get("identities").toString()).contains(renamed).doesNotContain(customer.userId() + "\"");
        allIsReadable(2, 3);
    }

    @Test
    void whatIsSentInTheConversationThatStaysArrives() {
        customer.everyWay().forEach(each -> {
            customer.writes(each);
            business.settle();
        });
        JsonNode open = isOnePerson(3);
        Graph graph = RunningApplication.graph();
        String conversation = open.get("id").asString();
        business.awaitStatus(conversation, business.sent(conversation, "¿En qué ayudo?"), "sent");
        assertThat(graph.calls(number).getLast().get("to").asString()).isEqualTo(customer.phone());
        String other = open.get("mergedIds").get(0).asString();
        assertThat(business.send(other, "¿Y acá?")
                        .refusedWith(409, "conversation-merged")
                        .string("intoId"))
                .isEqualTo(conversation);
    }

    @Test
    void theSameMessageUnderAnotherIdentityTeachesIt() {
        String wamid = Unique.wamid();
        customer.writes(customer.byPhone(wamid));
        business.settle();
        customer.writes(customer.byUserId(wamid));
        business.settle();
        customer.writes(customer.byUserId(Unique.wamid()));
        JsonNode conversation = business.onlyConversation();
        assertThat(conversation.get("messageCount").intValue()).isEqualTo(2);
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(1);
        assertThat(conversation.get("contact").get("identities")).hasSize(2);
    }

    @Test
    void theSameMessageUnderTwoKnownIdentitiesSaysThatTheyAreOnePerson() {
        customer.writes(customer.byUserId(Unique.wamid()));
        String wamid = Unique.wamid();
        customer.writes(customer.byPhone(wamid));
        business.settle();
        customer.writes(customer.byUserId(wamid));
        isOnePerson(2);
    }

    @Test
    void theSameMessageAtOnceUnderBothIdentitiesMakesNoSecondPerson() {
        String wamid = Unique.wamid();
        Parallel.times(8, n -> {
            customer.writes(n % 2 == 0 ? customer.byPhone(wamid) : customer.byUserId(wamid));
            return n;
        });
        isOnePerson(1);
    }

    private JsonNode isOnePerson(int messages) {
        List<JsonNode> contacts = business.upToDate().all("/api/v1/contacts");
        assertThat(contacts).hasSize(1);
        assertThat(contacts.getFirst().get("identities"))
                .extracting(one -> one.get("value").asString())
                .containsExactlyInAnyOrder(customer.phone(), customer.userId());
        return allIsReadable(messages, messages);
    }

    /**
     * One conversation goes on; what was said is there, and leads to it.
     *
     * @param unread without what the provider says itself
     */
    private JsonNode allIsReadable(int unread, int messages) {
        List<JsonNode> conversations = business.conversations();
        List<JsonNode> open = conversations.stream()
                .filter(one -> one.get("mergedIntoId").isNull())
                .toList();
        assertThat(open).hasSize(1);
        String id = open.getFirst().get("id").asString();
        assertThat(open.getFirst().get("status").asString()).isEqualTo("open");
        assertThat(open.getFirst().get("window").get("open").asBoolean()).isTrue();
        assertThat(open.getFirst().get("unreadCount").intValue()).isEqualTo(unread);
        assertThat(conversations).allSatisfy(one -> {
            assertThat(one.get("contact").get("id"))
                    .isEqualTo(open.getFirst().get("contact").get("id"));
            assertThat(one.get("id").asString().equals(id)
                            || one.get("mergedIntoId").asString().equals(id))
                    .isTrue();
        });
        assertThat(conversations.stream()
                        .mapToInt(one ->
                                business.messages(one.get("id").asString()).size())
                        .sum())
                .isEqualTo(messages);
        return open.getFirst();
    }
}
