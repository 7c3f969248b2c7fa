package io.chatledger.command.conversation.widget;

import io.chatledger.command.conversation.MessageGateway;
import io.chatledger.command.conversation.OutboundMessage;
import io.chatledger.command.conversation.SendResult;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.IdentityType;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows messages to visitors. */
@Component
@Profile("widget")
public class WidgetGateway implements MessageGateway {

    private final BlockingQueue<OutboundMessage> shown = new LinkedBlockingQueue<>();

    @Override
    public Provider provider() {
        return Widget.PROVIDER;
    }

    @Override
    public SendResult send(OutboundMessage message) {
        if (message.newest(IdentityType.provider_user) == null) {
            return new SendResult.NotSent("no-address", false);
        }
        shown.add(message);
        return new SendResult.Accepted("out-" + message.callbackData());
    }

    /** The next message that a visitor sees. */
    public OutboundMessage next() throws InterruptedException {
        OutboundMessage message = shown.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("no message was shown");
        }
        return message;
    }
}
