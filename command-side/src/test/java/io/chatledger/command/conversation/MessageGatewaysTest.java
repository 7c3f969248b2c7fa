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
                new MessageGateways(List.of(new Answering(Provider.cloud_api), new Answering(Provider.twilio)));

        assertThat(both.send(through(Provider.twilio))).isEqualTo(new SendResult.Accepted("twilio.1001"));
        assertThat(both.send(through(Provider.cloud_api))).isEqualTo(new SendResult.Accepted("cloud_api.1001"));
    }

    @Test
    void whatNoGatewayIsForCertainlyDoesNotGoOut() {
        MessageGateways one = new MessageGateways(List.of(new Answering(Provider.cloud_api)));

        assertThat(one.send(through(Provider.gateway))).isEqualTo(new SendResult.NotSent("no-gateway", false));
    }

    @Test
    void noTwoSendForOneProvider() {
        List<MessageGateway> twins = List.of(new Answering(Provider.twilio), new Answering(Provider.twilio));

        assertThatThrownBy(() -> new MessageGateways(twins)).hasMessageContaining("twilio");
    }

    private static OutboundMessage through(Provider provider) {
        return new OutboundMessage(Talk.CHANNEL, new Endpoint(provider, "1001"), "5522", null, Talk.HELLO, null, "c:m");
    }
}
