package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.whatsapp.ChatMessage.Tick;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tells the application by webhook how far its messages have come. */
final class StatusReports {

    /** About what the network takes, and enough for the answer of the call to be there first. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final List<Tick> IN_ORDER = List.of(Tick.sent, Tick.delivered);
    private static final List<Tick> REVERSED = List.of(Tick.read, Tick.delivered, Tick.sent);

    private final WebhookSender webhooks;
    private final MischiefSwitch mischief;
    private final Clock clock;

    StatusReports(WebhookSender webhooks, MischiefSwitch mischief, Clock clock) {
        this.webhooks = webhooks;
        this.mischief = mischief;
        this.clock = clock;
    }

    /** Of a message just accepted. */
    void accepted(SandboxNumber number, Chat chat, ChatMessage message) {
        Mischief now = mischief.current();
        Integer failure = now.codeOfStatus();
        if (failure != null) {
            webhooks.later(PAUSE, () -> fail(number, chat, message, GraphCode.of(failure)));
            return;
        }
        List<Tick> ticks = now.statusesReversed() ? REVERSED : IN_ORDER;
        if (now.statusesFirst()) {
            // The application may be slow to take them; the answer must still come some time.
            ticks.stream()
                    .map(tick -> report(number, chat, message, tick))
                    .reduce(
                            CompletableFuture.completedFuture(true),
                            (all, one) -> all.thenCombine(one, Boolean::logicalAnd))
                    .completeOnTimeout(false, 5, TimeUnit.SECONDS)
                    .join();
        } else {
            webhooks.later(PAUSE, () -> oneByOne(number, chat, message, ticks));
        }
    }

    /** The customer looks at the chat. */
    void read(SandboxNumber number, Chat chat) {
        chat.view().messages().stream()
                .filter(ChatMessage::awaitsReading)
                .filter(message -> chat.reached(message.wamid(), Tick.read))
                .forEach(message -> post(number, chat, message, Tick.read));
    }

    private void oneByOne(SandboxNumber number, Chat chat, ChatMessage message, List<Tick> ticks) {
        report(number, chat, message, ticks.getFirst());
        List<Tick> rest = ticks.subList(1, ticks.size());
        if (!rest.isEmpty()) {
            webhooks.later(PAUSE, () -> oneByOne(number, chat, message, rest));
        }
    }

    private CompletableFuture<Boolean> report(SandboxNumber number, Chat chat, ChatMessage message, Tick tick) {
        chat.reached(message.wamid(), tick);
        return post(number, chat, message, tick);
    }

    private CompletableFuture<Boolean> post(SandboxNumber number, Chat chat, ChatMessage message, Tick tick) {
        return webhooks.send(
                message.wamid(), WebhookPayload.status(number, chat.customer(), message, tick, clock.instant()));
    }

    private void fail(SandboxNumber number, Chat chat, ChatMessage message, GraphCode code) {
        chat.reached(message.wamid(), Tick.failed);
        webhooks.send(message.wamid(), WebhookPayload.failure(number, chat.customer(), message, code, clock.instant()));
    }
}
