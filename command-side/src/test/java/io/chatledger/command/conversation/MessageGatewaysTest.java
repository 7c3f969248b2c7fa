package io.chatledger.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageGatewaysTest {

    private record Answering(Provider provider) implements MessageGateway {
        @Override
        public SendResult send(OutboundMessage message) {
            return new SendResult.Accepted(provider + "." + message.endpoint().id());
        }
    }

    @Test
    void aMessageGoesThroughTheGatewayOfItsProvider() {
        MessageGateways both =
                new MessageGateways(List.of(new Answering(Provider.CLOUD_API), new Answering(Provider.TWILIO)));

        assertThat(both.send(through(Provider.TWILIO))).isEqualTo(new SendResult.Accepted("twilio.1001"));
        assertThat(both.send(through(Provider.CLOUD_API))).isEqualTo(new SendResult.Accepted("cloud_api.1001"));
    }

    @Test
    void whatNoGatewayIsForCertainlyDoesNotGoOut() {
        MessageGateways one = new MessageGateways(List.of(new Answering(Provider.CLOUD_API)));

        assertThat(one.send(through(Provider.GATEWAY))).isEqualTo(new SendResult.NotSent("no-gateway", false));
    }

    @Test
    void noTwoSendForOneProvider() {
        List<MessageGateway> twins = List.of(new Answering(Provider.TWILIO), new Answering(Provider.TWILIO));

        assertThatThrownBy(() -> new MessageGateways(twins)).hasMessageContaining("twilio");
    }

    private static OutboundMessage through(Provider provider) {
        return new OutboundMessage(Talk.CHANNEL, new Endpoint(provider, "1001"), List.of(), Talk.HELLO, null, "c:m");
    }
}
