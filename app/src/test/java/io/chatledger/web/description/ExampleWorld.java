package io.chatledger.web.description;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A business in which there is one of each thing that the examples are about.
 *
 * @param live by what the examples call it, what it is called here
 */
record ExampleWorld(Business business, Client admin, Map<String, String> live) {

    private static final String ID = "0199c3b2-7d4e-7a10-9c11-3f5a8e6b2d";

    /** A checkpoint's fields, as the examples have them. */
    private static final Map<String, String> KEPT = Map.of(
            "position", "900017",
            "events", "900012",
            "headHash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "previous", "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            "at", "2026-03-12T18:00:00.123456Z",
            "keyId", "key-3f9a1c5b",
            "signature", "MEUCIQDx0m3v5rT2k1Yd8pQwZc7uF4hJ6nB9sLxV2aEoRiT0gIgK3");

    static ExampleWorld create() {
        Business business = Business.register();
        Number number = business.connect();
        String customer = Unique.digits();
        String conversation = business.conversationWith(number, customer);
        Map<String, String> live = new LinkedHashMap<>();
        live.put(ID + "01", conversation);
        live.put(ID + "02", contactOf(business, conversation));
        live.put(ID + "03", number.channelId());
        live.put(ID + "04", business.connect().channelId());
        live.put(ID + "05", somebody(business, number));
        live.put(ID + "06", business.journal().getLast().get("id").asString());
        live.put(ID + "07", firstMessage(business).get("id").asString());
        live.put(
                ID + "08",
                business.replay(Map.of("upToPosition", RunningApplication.number("select position from event_head"))));
        live.put(ID + "09", business.replay(Map.of("upToPosition", 1)));
        live.put(ID + "0c", session(business));
        live.put(ID + "21", somebody(business, number));
        live.put(ID + "22", somebody(business, number));
        String survivor = somebody(business, number);
        live.put(ID + "23", survivor);
        live.put(ID + "24", mergedInto(survivor, business, somebody(business, number)));
        live.put("2026-03-13T18:00:00Z", Instant.now().toString());
        live.put("56912345678", customer);
        live.put("109876543210987", number.phoneNumberId());
        live.put("102030405060708", number.wabaId());
        live.put("ana@nandu.example", business.email());
        live.put("rosa@lana.example", Unique.word() + "@example.com");
        live.put("106540352242922", Unique.digits());
        live.put("my-verify-token", RunningApplication.VERIFY_TOKEN);
        live.put("k7Qe2mVtY0uS4pXw9cBnR1dF6hJ8lZa3", token(business));
        live.put("b5Wn8rTy2uKi0oPq3sDf7gHj1kLz4xCv", token(business));
        live.put("4f1c2a9e-0b7d-4c55-9a53-6f2f7c1d8e90", Unique.word());
        live.put("7ab20c4d-51e6-4f0b-8d37-0c9e6a1b2f43", Unique.word());
        live.put("wamid.HBgLNTY5MTIzNDU2NzgVAgASGBQzQTdB", Unique.wamid());
        Client admin = RunningApplication.admin();
        keep(business, live);
        return new ExampleWorld(business, admin, live);
    }

    /** In the words of this world. */
    String here(String documented) {
        String text = documented;
        for (Map.Entry<String, String> one : live.entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        return text;
    }

    private static void keep(Business business, Map<String, String> live) {
        JsonNode kept = business.owner()
                .post("/api/v1/audit/checkpoints")
                .expecting(201)
                .json();
        live.put("0199c3b2-7d4e-7a10-9c11-3f5a8e6b2d10", business.id());
        KEPT.forEach((field, documented) -> live.put(documented, kept.get(field).asString("")));
    }

    private static String somebody(Business business, Number number) {
        return contactOf(business, business.conversationWith(number, Unique.digits()));
    }

    private static String mergedInto(String survivor, Business business, String contact) {
        business.owner()
                .post("/api/v1/contacts/" + contact + "/merge", Map.of("intoId", survivor))
                .expecting(200);
        return contact;
    }

    private static String contactOf(Business business, String conversation) {
        return business.owner()
                .get("/api/v1/conversations/" + conversation)
                .json()
                .at("/contact/id")
                .asString();
    }

    private static JsonNode firstMessage(Business business) {
        return business.upToDate()
                .get("/api/v1/audit/events?type=MessageReceived&order=asc")
                .items()
                .getFirst();
    }

    private static String token(Business business) {
        return login(business).string("refreshToken");
    }

    private static String session(Business business) {
        login(business);
        return business.owner().get("/api/v1/account/sessions").items().stream()
                .filter(one -> !one.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private static Answer login(Business business) {
        return RunningApplication.stranger()
                .post("/api/v1/auth/login", Map.of("email", business.email(), "password", Business.PASSWORD))
                .expecting(200);
    }

    static String signature(byte[] body) {
        return Webhook.signature(body);
    }
}
