package io.chatledger.app.rig;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A customer whom the provider names in more than one way.
 *
 * @param phone digits
 * @param userId business-scoped
 */
public record Customer(Number number, String phone, String userId) {

    public static Customer of(Number number) {
        return new Customer(
                number, Unique.digits(), "CL." + UUID.randomUUID().toString().replace("-", ""));
    }

    public Map<String, Object> byPhone(String wamid) {
        return message(wamid, Map.of("from", phone));
    }

    public Map<String, Object> byUserId(String wamid) {
        return message(wamid, Map.of("from_user_id", userId));
    }

    public Map<String, Object> byBoth(String wamid) {
        return message(wamid, Map.of("from", phone, "from_user_id", userId));
    }

    /** One message each way, in this order. */
    public List<Map<String, Object>> everyWay() {
        return List.of(byPhone(Unique.wamid()), byUserId(Unique.wamid()), byBoth(Unique.wamid()));
    }

    public void writes(Map<String, Object> message) {
        Webhook.deliver(Body.messages(number, List.of(message)));
    }

    /** A message from somebody who is named as the members say. */
    public static Map<String, Object> message(String wamid, Map<String, ?> sender) {
        Map<String, Object> message = Body.text("", wamid, "Hola", Instant.now());
        message.remove("from");
        message.putAll(sender);
        return message;
    }

    /** All orders of some messages. */
    public static Stream<List<Integer>> orders(int size) {
        return size == 0
                ? Stream.of(List.of())
                : orders(size - 1)
                        .flatMap(order -> Stream.iterate(0, at -> at <= order.size(), at -> at + 1)
                                .map(at -> Stream.of(
                                                order.subList(0, at), List.of(size - 1), order.subList(at, size - 1))
                                        .flatMap(List::stream)
                                        .toList()));
    }

    /** What a system message says of a change; its members come besides those of the sender. */
    public static Map<String, Object> changed(String type, Map<String, ?> sender, Map<String, ?> change) {
        Map<String, Object> message = message(Unique.wamid(), sender);
        Map<String, Object> system = new LinkedHashMap<>(change);
        system.put("type", type);
        message.remove("text");
        message.put("type", "system");
        message.put("system", system);
        return message;
    }
}
