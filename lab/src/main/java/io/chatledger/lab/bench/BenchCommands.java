package io.chatledger.lab.bench;

import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationCommand.AddNote;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookCommand.RecordReceipt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;

/** The application's own commands, as its edges send them. */
final class BenchCommands {

    static final int CONVERSATIONS = 2000;

    private static final TenantId TENANT = new TenantId("bench");
    private static final Actor AGENT = Actor.account("0195a2c0-5a3e-7cc1-9d5c-1f6f0e1b2a3c");
    private static final ChannelId CHANNEL = ChannelId.of(TENANT, random());
    private static final Endpoint ENDPOINT = new Endpoint(Provider.CLOUD_API, "900200");

    private final Engine engine;
    private final ConversationId[] conversations = new ConversationId[CONVERSATIONS];

    BenchCommands(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    /** A new stream with one event. */
    DeliveryId create() {
        DeliveryId delivery = DeliveryId.of(TENANT, random());
        engine.commands().send(receipt(delivery), provider(), NewStreams.expecting(delivery.value()));
        return delivery;
    }

    /** The same, asked for with an idempotency key: one more event on one more stream. */
    void createOnce() {
        DeliveryId delivery = DeliveryId.of(TENANT, random());
        engine.api()
                .carryOut(
                        KeyedRequest.of("/api/v1/bench", delivery.key()),
                        Origin.of(TENANT, AGENT),
                        receipt(delivery),
                        Map.of("source", "whatsapp"),
                        HttpStatus.CREATED,
                        Map.of("id", delivery.key()));
    }

    /** A new customer's first message: its claim, the conversation opened, the message received. */
    ConversationId receive() {
        ConversationId conversation = ConversationId.of(TENANT, random());
        Instant now = now();
        ReceiveMessage command = new ReceiveMessage(
                conversation,
                MessageKey.of(TENANT, random()),
                MessageId.of(random()),
                CHANNEL,
                ENDPOINT,
                ContactId.of(TENANT, random()),
                "wamid.HBgLNTY5NzAwMDAwMDAVAgASGBQzQTdE"
                        + ThreadLocalRandom.current().nextInt(),
                MessageContent.ofText("\u00bfTienen hora para ma\u00f1ana?"),
                null,
                random().toString(),
                now.truncatedTo(ChronoUnit.SECONDS),
                now);
        engine.commands()
                .send(
                        command,
                        provider(),
                        NewStreams.expecting(command.messageKey().value(), conversation.value()));
        return conversation;
    }

    /** So that there is something to append to. */
    void open(int number) {
        conversations[number] = receive();
    }

    /** @param conversation no two clients may use the same one at the same moment */
    void append(int conversation) {
        AddNote note = new AddNote(
                conversations[conversation], random().toString(), "Asks for an hour tomorrow.", AGENT, now());
        engine.commands().send(note, Origin.of(TENANT, AGENT));
    }

    private static RecordReceipt receipt(DeliveryId delivery) {
        Instant now = now();
        return new RecordReceipt(delivery, "whatsapp", now, now);
    }

    private static Origin provider() {
        return Origin.of(TENANT, Actor.provider("whatsapp"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Not secure, so that the benchmark does not measure its own ids. */
    private static UUID random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
