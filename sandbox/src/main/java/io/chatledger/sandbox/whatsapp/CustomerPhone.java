package io.chatledger.sandbox.whatsapp;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The customer's side: what is written here arrives at the business by webhook. */
final class CustomerPhone {

    private final SandboxNumbers numbers;
    private final Chats chats;
    private final WebhookSender webhooks;
    private final Clock clock;

    CustomerPhone(SandboxNumbers numbers, Chats chats, WebhookSender webhooks, Clock clock) {
        this.numbers = numbers;
        this.chats = chats;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** @param taken whether the application took the webhook, once that is known */
    record Written(String wamid, CompletableFuture<Boolean> taken) {}

    /**
     * @param customer a phone or a user id
     * @throws DomainProblem if WhatsApp would not let a person write that
     */
    Written write(String customer, CustomerMessage message) {
        SandboxCustomer from = customer(customer, message.name());
        SandboxNumber number = numbers.use(numberId(message.phoneNumberId()));
        Chat chat = chats.open(number.phoneNumberId(), from);
        Optional<String> lastFromBusiness = chat.lastFromBusiness().map(ChatMessage::wamid);
        ChatMessage written = written(message, lastFromBusiness.orElse(null));
        chat.add(written);
        Map<String, Object> payload = WebhookPayload.message(number, chat.customer(), written);
        return new Written(written.wamid(), webhooks.send(number.phoneNumberId() + "/" + from.key(), payload));
    }

    static String numberId(@Nullable String phoneNumberId) {
        if (phoneNumberId == null || !phoneNumberId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw DomainProblem.invalid(
                    "phoneNumberId", "pattern", "A phone number id has 1 to 64 letters, digits, - or _.");
        }
        return phoneNumberId;
    }

    private static SandboxCustomer customer(String key, @Nullable String name) {
        if (!SandboxCustomer.isUserId(key) && !SandboxCustomer.isPhone(SandboxCustomer.digits(key))) {
            throw DomainProblem.invalid("customer", "pattern", "A customer is a phone number or a user id.");
        }
        String profile = name == null ? "" : name.strip();
        return SandboxCustomer.of(key, profile.substring(0, Math.min(profile.length(), 80)));
    }

    private ChatMessage written(CustomerMessage message, @Nullable String lastFromBusiness) {
        String about = message.messageId() == null ? lastFromBusiness : message.messageId();
        CustomerContent content = CustomerContent.of(message, about);
        long ago = message.secondsAgo() == null ? 0 : Math.clamp(message.secondsAgo(), 0, 30 * 86_400);
        Instant at = clock.instant().minusSeconds(ago);
        String context = content.repliesTo(message.messageId(), about);
        return new ChatMessage(Wamid.next(), true, content.type(), content.content(), context, null, at, null);
    }
}
