package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.rig.Parallel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looks for an erased person in everything that the database holds, in the planner's memory too. */
class NothingLeftIT {

    private static final int MANY = 60;

    private final ErasableCustomer customer = ErasableCustomer.ofNewBusiness();
    private final Business business = customer.business();
    private final Number number = customer.number();
    private final String phone = customer.phone();
    private final String word = Unique.word();
    private final String name = Unique.word();

    @Test
    void ofSomebodyErasedWhileEverybodyWrites() {
        String conversation = customer.conversation("Hola " + word);
        says(IntStream.range(0, MANY).mapToObj(n -> word + " " + n).toList());
        business.settle();
        business.owner()
                .with("Idempotency-Key", "note-on-" + phone)
                .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", name + " pide " + word))
                .expecting(200);
        business.replay(Map.of("asOf", Instant.now().toString()));
        Rebuilding.all();
        WholeDatabase.analyze();
        String contact = customer.contactOf(conversation);

        List<Integer> statuses = Parallel.times(24, n -> {
            if (n == 12) {
                customer.erase(contact);
                return 200;
            }
            String others = Unique.digits();
            String from = n < 12 ? phone : others;
            return Webhook.post(Body.messages(
                            number, List.of(Body.text(from, Unique.wamid(from), (n < 12 ? word : "otra") + " " + n))))
                    .status();
        });
        assertThat(statuses).containsOnly(200);
        RunningApplication.settled();
        forgetWhoWroteAgain();
        business.settle();
        WholeDatabase.analyze();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(WholeDatabase.tablesWith(List.of(word, name, phone)))
                        .isEmpty());
    }

    @Test
    void ofNamesAndWordsIsRememberedByThePlanner() {
        customer.conversation("Hola " + word);
        says(IntStream.range(0, MANY).mapToObj(n -> word).toList());
        business.settle();
        Rebuilding.all();
        WholeDatabase.analyze();

        assertThat(WholeDatabase.columnsRemembering(word)).isEmpty();
        assertThat(WholeDatabase.columnsRemembering(phone)).isEmpty();
        assertThat(RunningApplication.number(
                        "select count(*) from pg_stats where (tablename, attname) in (('person_key', 'wrapped'),"
                                + " ('webhook_journal', 'body'), ('secret', 'ciphertext'))"))
                .isZero();
        assertThat(WholeDatabase.columnsRemembering(business.id())).contains("public.message_view.tenant_id");
    }

    @Test
    void ofWhatSomebodyHadThePlannerRemember() {
        String conversation = customer.conversation("Hola " + word);
        says(IntStream.range(0, MANY).mapToObj(n -> word).toList());
        business.settle();
        WholeDatabase.execute("alter table message_view alter column text set statistics 500");
        WholeDatabase.execute("create index words_of_test on message_view (lower(left(text, 50)))");
        WholeDatabase.execute("create statistics words_of_test (mcv) on text, type from message_view");
        WholeDatabase.analyze();
        assertThat(WholeDatabase.columnsRemembering(word)).isNotEmpty();

        customer.erase(customer.contactOf(conversation));

        assertThat(WholeDatabase.tablesWith(List.of(word, phone))).isEmpty();
        WholeDatabase.execute("drop index words_of_test");
        WholeDatabase.analyze();
        assertThat(WholeDatabase.columnsRemembering(word)).isEmpty();
    }

    private void says(List<String> words) {
        Webhook.deliver(Body.messages(
                number,
                words.stream()
                        .map(each -> Body.text(phone, Unique.wamid(phone), each))
                        .toList()));
    }

    /** What was acknowledged after the erasure is somebody new's, who wants to be forgotten too. */
    private void forgetWhoWroteAgain() {
        business.upToDate()
                .all("/api/v1/contacts?q=" + phone)
                .forEach(one -> customer.erase(one.get("id").asString()));
    }
}
