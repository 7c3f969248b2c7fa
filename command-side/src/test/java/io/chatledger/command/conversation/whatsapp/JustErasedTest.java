package io.chatledger.command.conversation.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.CommandSide;
import io.chatledger.command.conversation.inbound.InboundMessages;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.JournalledDelivery;
import io.chatledger.command.webhook.PartResult;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.MessageWithheld;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configurer;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer is erased between the moment in which they are found and the one in which their words are stored. */
class JustErasedTest {

    private static final JournalledDelivery DELIVERY =
            new JournalledDelivery(new UUID(0, 9), "whatsapp", Erased.NOW, 0, 0, false, TenantId.PLATFORM, 100, 7);

    private final Set<String> named = new HashSet<>();
    private Consumer<ContactId> inBetween = contact -> {};
    private final Erased erased = new Erased(this::letSomethingHappenInBetween);
    private final InboundMessages messages = new InboundMessages(
            erased.side.commands(),
            erased.keys,
            erased.claims,
            (delivery, tenant, names) -> named.addAll(names),
            () -> Erased.NOW);

    @AfterEach
    void end() {
        erased.close();
    }

    @Test
    void isLookedForOnceMoreAndTheWordsAreWithheld() {
        DeliveryPart part = messages.part(
                Payloads.message(Payloads.SENDER + "'type':'text','text':{'body':'Hola'}")
                        .inbound(),
                ChannelId.of(CommandSide.TENANT, new UUID(0, 2)));
        inBetween = contact -> {
            inBetween = nobody -> {};
            CompletableFuture.runAsync(() -> erased.erase(contact, DELIVERY.arrival()))
                    .join();
            // As the store says it, where the key is gone under which the words would be sealed.
            throw DomainProblem.conflict("person-erased", "This person has been erased.");
        };

        assertThatThrownBy(() -> part.work().run(DELIVERY)).isInstanceOf(ConcurrencyException.class);

        assertThat(part.work().run(DELIVERY)).isEqualTo(new PartResult.Ignored("person-erased"));
        assertThat(erased.side.events(ContactCreated.class)).hasSize(1);
        assertThat(erased.side.events(MessageReceived.class)).isEmpty();
        assertThat(erased.side.events(MessageWithheld.class)).hasSize(1);
        assertThat(named).contains("56900000001");
    }

    private void letSomethingHappenInBetween(Configurer configurer) {
        MessageHandlerInterceptor<CommandMessage<?>> interceptor = (unitOfWork, chain) -> {
            if (unitOfWork.getMessage().getPayload() instanceof ReceiveMessage received) {
                inBetween.accept(received.contactId());
            }
            return chain.proceed();
        };
        configurer.onInitialize(axon -> axon.onStart(() -> axon.commandBus().registerHandlerInterceptor(interceptor)));
    }
}
