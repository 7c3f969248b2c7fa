package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.OwnAddress;
import io.chatledger.sandbox.whatsapp.DemoConversation.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills a tenant with a hair salon's day, where {@code chatledger.demo=true} in the sandbox: customers write by signed
 * webhook, the salon answers through the public API. A tenant that is there already is left alone.
 */
@Component
@ConditionalOnProperty(
        prefix = "chatledger",
        name = {"demo", "sandbox.enabled"},
        havingValue = "true")
public class SandboxDemo {

    private static final Logger log = LoggerFactory.getLogger(SandboxDemo.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnAddress address;
    private final CustomerPhone phone;
    private final Chats chats;
    private final StatusReports statuses;

    SandboxDemo(OwnAddress address, CustomerPhone phone, Chats chats, StatusReports statuses) {
        this.address = address;
        this.phone = phone;
        this.chats = chats;
        this.statuses = statuses;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        Thread.ofVirtual().name("demo").start(() -> {
            try {
                fill();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failed) {
                // The demonstration is a courtesy: the application works without it.
                log.warn("The demonstration could not be filled", failed);
            }
        });
    }

    private void fill() throws InterruptedException {
        Optional<DemoAccount> registered =
                DemoAccount.register(address.local("").toString());
        if (registered.isPresent()) {
            DemoAccount account = registered.get();
            account.connect(SandboxNumber.DEFAULT);
            for (DemoConversation conversation : DemoConversation.all()) {
                play(account, conversation);
            }
        }
        log.info(
                "Demonstration ready: sign in at {} as {} with the password {}; the customers' phone is at {}",
                address.resolve("/"),
                DemoAccount.EMAIL,
                DemoAccount.PASSWORD,
                address.resolve("/sandbox"));
    }

    private void play(DemoAccount account, DemoConversation conversation) throws InterruptedException {
        for (Step step : conversation.steps()) {
            switch (step) {
                case Step.CustomerWrites(long minutesAgo, String text) -> write(conversation, minutesAgo, text);
                case Step.AgentAnswers(String text) -> account.answer(idOf(account, conversation), text);
                case Step.AgentDoes(String action, String argument) ->
                    account.act(idOf(account, conversation), action, argument);
                case Step.CustomerReads() -> read(conversation);
            }
        }
    }

    private void write(DemoConversation conversation, long minutesAgo, String text) {
        CustomerMessage message =
                CustomerMessage.text(SandboxNumber.PHONE_NUMBER_ID, conversation.name(), text, minutesAgo * 60);
        phone.write(conversation.customer(), message)
                .taken()
                .completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** The read model follows a moment later. */
    private static String idOf(DemoAccount account, DemoConversation conversation) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Optional<String> id = account.conversationWith(conversation.customer());
            if (id.isPresent()) {
                return id.get();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the conversation of a demonstration's customer did not appear");
    }

    /** Nobody reads what has not been delivered. */
    private void read(DemoConversation conversation) throws InterruptedException {
        Chat chat = chats.find(SandboxNumber.PHONE_NUMBER_ID, conversation.customer())
                .orElseThrow();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until
                && !chat.lastFromBusiness().filter(ChatMessage::awaitsReading).isPresent()) {
            Thread.sleep(100);
        }
        statuses.read(SandboxNumber.DEFAULT, chat);
    }
}
