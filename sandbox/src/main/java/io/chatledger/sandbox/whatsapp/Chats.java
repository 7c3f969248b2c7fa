package io.chatledger.sandbox.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chats that the sandbox remembers; the one not touched for longest goes first. */
final class Chats {

    private static final int KEPT = 200;

    private final Map<Key, Chat> chats = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Chat> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String phoneNumberId, String customer) {}

    synchronized Chat open(String phoneNumberId, SandboxCustomer customer) {
        Chat chat = find(phoneNumberId, customer.key())
                .or(() -> find(phoneNumberId, customer.userId()))
                .orElseGet(() -> chats.computeIfAbsent(
                        new Key(phoneNumberId, customer.key()), key -> new Chat(phoneNumberId, customer)));
        chat.rename(customer.name());
        return chat;
    }

    /** @param customer a phone's digits or a user id, also the user id of somebody known by phone */
    synchronized Optional<Chat> find(String phoneNumberId, String customer) {
        Chat chat = chats.get(new Key(phoneNumberId, customer));
        return chat != null
                ? Optional.of(chat)
                : of(phoneNumberId).stream()
                        .filter(other -> other.customer().userId().equals(customer))
                        .findFirst();
    }

    /** Of one number, last used first. */
    synchronized List<Chat> of(String phoneNumberId) {
        return new ArrayList<>(chats.values())
                .reversed().stream()
                        .filter(chat -> chat.phoneNumberId().equals(phoneNumberId))
                        .toList();
    }
}
