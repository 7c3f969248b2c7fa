package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.OnlyInSandbox;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What the phone's page calls.
 *
 * <ul>
 *   <li>{@code POST customers/{phone or user id}/messages} with a {@link CustomerMessage}: 202 {@code {wamid}}
 *   <li>{@code GET chats/{phoneNumberId}}: the chats of a number, each with its last message
 *   <li>{@code GET chats/{phoneNumberId}/{customer}?after=<revision>}: 204 where nothing is newer
 *   <li>{@code POST chats/{phoneNumberId}/{customer}/read}: the customer has seen everything
 *   <li>{@code GET, PUT mischief}; {@code GET, PUT numbers}
 * </ul>
 *
 * Writes take JSON only, which a page of another site cannot send without asking first.
 */
@RestController
@OnlyInSandbox
@Hidden
@RequestMapping("/sandbox/api")
class PhoneApi {

    private final CustomerPhone phone;
    private final SandboxNumbers numbers;
    private final ConnectedNumbers connected;
    private final Chats chats;
    private final StatusReports statuses;
    private final MischiefSwitch mischief;

    PhoneApi(
            CustomerPhone phone,
            SandboxNumbers numbers,
            ConnectedNumbers connected,
            Chats chats,
            StatusReports statuses,
            MischiefSwitch mischief) {
        this.phone = phone;
        this.numbers = numbers;
        this.connected = connected;
        this.chats = chats;
        this.statuses = statuses;
        this.mischief = mischief;
    }

    /** @param last null in a chat without messages */
    record ChatLine(SandboxCustomer customer, @Nullable ChatMessage last) {}

    /** @param connected false where certainly nobody gets what is written to it */
    record NumberLine(String phoneNumberId, String displayPhoneNumber, String wabaId, boolean connected) {
        static NumberLine of(SandboxNumber number, boolean connected) {
            return new NumberLine(number.phoneNumberId(), number.displayPhoneNumber(), number.wabaId(), connected);
        }
    }

    @PostMapping(path = "/customers/{customer}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> write(@PathVariable String customer, @RequestBody CustomerMessage message) {
        return ResponseEntity.accepted()
                .body(Map.of("wamid", phone.write(customer, message).wamid()));
    }

    @GetMapping("/chats/{phoneNumberId}")
    List<ChatLine> chats(@PathVariable String phoneNumberId) {
        return chats.of(phoneNumberId).stream()
                .map(Chat::view)
                .map(PhoneApi::line)
                .toList();
    }

    @GetMapping("/chats/{phoneNumberId}/{customer}")
    ResponseEntity<Chat.ChatView> chat(
            @PathVariable String phoneNumberId,
            @PathVariable String customer,
            @RequestParam(defaultValue = "-1") long after) {
        return chats.find(phoneNumberId, SandboxCustomer.of(customer, "").key())
                .map(Chat::view)
                .filter(view -> view.revision() != after)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping(path = "/chats/{phoneNumberId}/{customer}/read", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> read(@PathVariable String phoneNumberId, @PathVariable String customer) {
        SandboxNumber number = numbers.use(CustomerPhone.numberId(phoneNumberId));
        chats.find(phoneNumberId, SandboxCustomer.of(customer, "").key())
                .ifPresent(chat -> statuses.read(number, chat));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/mischief")
    Mischief mischief() {
        return mischief.current();
    }

    @PutMapping(path = "/mischief", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mischief set(@RequestBody JsonNode wanted) {
        return mischief.set(Mischief.of(wanted));
    }

    @GetMapping("/numbers")
    List<NumberLine> numbers() {
        Optional<List<SandboxNumber>> known = connected.all();
        known.ifPresent(numbers::learn);
        return numbers.all().stream()
                .map(number ->
                        NumberLine.of(number, known.isEmpty() || known.get().contains(number)))
                .toList();
    }

    @PutMapping(path = "/numbers", consumes = MediaType.APPLICATION_JSON_VALUE)
    SandboxNumber use(@RequestBody SandboxNumber number) {
        return numbers.use(
                CustomerPhone.numberId(number.phoneNumberId()), number.displayPhoneNumber(), number.wabaId());
    }

    private static ChatLine line(Chat.ChatView view) {
        return new ChatLine(
                view.customer(),
                view.messages().isEmpty() ? null : view.messages().getLast());
    }
}
