package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.whatsapp.ChatMessage.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one customer and one business number have said to each other, as both phones would show it. */
final class Chat {

    private static final int KEPT = 500;

    private final String phoneNumberId;
    private final List<ChatMessage> messages = new ArrayList<>();
    private SandboxCustomer customer;
    private @Nullable Instant lastInbound;
    private long revision;

    Chat(String phoneNumberId, SandboxCustomer customer) {
        this.phoneNumberId = phoneNumberId;
        this.customer = customer;
    }

    String phoneNumberId() {
        return phoneNumberId;
    }

    synchronized SandboxCustomer customer() {
        return customer;
    }

    synchronized void rename(String name) {
        customer = customer.named(name);
    }

    synchronized void add(ChatMessage message) {
        if (messages.size() == KEPT) {
            messages.removeFirst();
        }
        messages.add(message);
        if (message.fromCustomer() && (lastInbound == null || message.at().isAfter(lastInbound))) {
            lastInbound = message.at();
        }
        revision++;
    }

    /** When the customer last wrote; empty where this sandbox does not know of it. */
    synchronized Optional<Instant> lastInbound() {
        return Optional.ofNullable(lastInbound);
    }

    synchronized boolean reached(String wamid, Tick tick) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).wamid().equals(wamid)) {
                ChatMessage before = messages.get(i);
                messages.set(i, before.reached(tick));
                revision++;
                return messages.get(i) != before;
            }
        }
        return false;
    }

    synchronized Optional<ChatMessage> lastFromBusiness() {
        return messages.reversed().stream()
                .filter(message -> !message.fromCustomer())
                .findFirst();
    }

    synchronized ChatView view() {
        return new ChatView(phoneNumberId, customer, revision, List.copyOf(messages));
    }

    /** @param revision grows with every change */
    record ChatView(String phoneNumberId, SandboxCustomer customer, long revision, List<ChatMessage> messages) {}
}
