package io.chatledger.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssignIT {

    private static final Business BUSINESS = Business.register();
    private static final Business OTHER = Business.register();

    private static String conversation;

    @BeforeAll
    static void aCustomerWrites() {
        conversation = BUSINESS.conversationWith(BUSINESS.connect(), Unique.digits());
    }

    @Test
    void aMemberIsGivenTheConversation() {
        String owner = accountOf(BUSINESS);
        assign(BUSINESS.owner(), owner).expecting(200);
        assertThat(BUSINESS.onlyConversation().get("assigneeId").asString()).isEqualTo(owner);
    }

    @Test
    void nobodyIsGivenAConversationWhoIsNoMember() {
        long before = assignments();
        Answer refused = assign(BUSINESS.owner(), UUID.randomUUID().toString()).refusedWith(422, "not-a-member");
        assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("accountId");
        assign(BUSINESS.owner(), accountOf(OTHER)).refusedWith(422, "not-a-member");
        assertThat(assignments()).isEqualTo(before);
    }

    @Test
    void whatWasRefusedIsDoneUnderTheSameKeyOnceItFits() {
        Client once = BUSINESS.owner().with("Idempotency-Key", Unique.word());
        assign(once, accountOf(OTHER)).refusedWith(422, "not-a-member");
        assign(once, accountOf(BUSINESS)).expecting(200);
    }

    private static Answer assign(Client client, String account) {
        return client.post("/api/v1/conversations/" + conversation + "/assign", Map.of("accountId", account));
    }

    private static String accountOf(Business business) {
        return RunningApplication.stranger()
                .post("/api/v1/auth/login", Map.of("email", business.email(), "password", Business.PASSWORD))
                .expecting(200)
                .json()
                .get("account")
                .get("id")
                .asString();
    }

    private static long assignments() {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name = 'conversation.Assigned'", BUSINESS.id());
    }
}
