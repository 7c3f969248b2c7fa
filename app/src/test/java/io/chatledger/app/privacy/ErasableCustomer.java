package io.chatledger.app.privacy;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.util.List;
import java.util.Map;

/** Somebody who writes to a business of their own, and may be erased. */
record ErasableCustomer(Business business, Number number, String phone) {

    static ErasableCustomer ofNewBusiness() {
        Business business = Business.register();
        return new ErasableCustomer(business, business.connect(), Unique.digits());
    }

    void writes(String words) {
        Webhook.deliver(Body.messages(number, List.of(Body.text(phone, Unique.wamid(), words))));
        business.settle();
    }

    /** Id of the conversation that these words open. */
    String conversation(String words) {
        writes(words);
        return business.upToDate()
                .all("/api/v1/conversations?q=" + phone)
                .getFirst()
                .get("id")
                .asString();
    }

    String contactOf(String conversation) {
        return business.upToDate()
                .get("/api/v1/conversations/" + conversation)
                .expecting(200)
                .json()
                .get("contact")
                .get("id")
                .asString();
    }

    void erase(String contact) {
        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "asked for it by letter"))
                .expecting(200);
    }

    /** All that the business is answered about contacts and conversations. */
    String everything(String conversation) {
        return business.upToDate().all("/api/v1/contacts").toString()
                + business.conversations()
                + business.upToDate()
                        .get("/api/v1/conversations/" + conversation)
                        .text()
                + business.messages(conversation);
    }

    long eventsWith(String text) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and (position(? in payload::text) > 0"
                        + " or position(? in metadata::text) > 0)",
                business.id(),
                text,
                text);
    }

    long eventsOf(String name) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name = ?", business.id(), name);
    }
}
