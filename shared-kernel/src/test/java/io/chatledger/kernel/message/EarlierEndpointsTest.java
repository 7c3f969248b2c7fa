package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationAbsorbed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationSeparated;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.PaymentReported;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of before there were endpoints, when all channels were numbers of WhatsApp's Cloud API. */
class EarlierEndpointsTest {

    private static final Endpoint NUMBER = new Endpoint(Provider.CLOUD_API, "phoneNumberId ñ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConversationOpened.1",
                "MessageReceived.1",
                "MessageReceived.2",
                "MessageQueued.1",
                "MessageQueued.2",
                "StatusReported.1",
                "StatusReported.2",
                "PaymentReported.1"
            })
    void aNumberIsAnEndpointOfTheCloudApi(String file) {
        Endpoint endpoint = switch (read("conversation." + file)) {
            case ConversationOpened e -> e.endpoint();
            case MessageReceived e -> e.endpoint();
            case MessageQueued e -> e.endpoint();
            case StatusReported e -> e.endpoint();
            case PaymentReported e -> e.endpoint();
            case Object other -> throw new AssertionError(other);
        };
        assertThat(endpoint).isEqualTo(NUMBER);
    }

    @Test
    void aReportDidNotSayOnWhichChannel() {
        assertThat(read("conversation.StatusReported.2"))
                .isInstanceOfSatisfying(
                        StatusReported.class,
                        report -> assertThat(report.channelId()).isNull());
    }

    @Test
    void whatGoesOnElsewhereIsOfTheCloudApi() {
        assertThat(((ConversationAbsorbed) read("conversation.ConversationAbsorbed.1")).provider())
                .isEqualTo(Provider.CLOUD_API);
        assertThat(((ConversationSeparated) read("conversation.ConversationSeparated.1")).provider())
                .isEqualTo(Provider.CLOUD_API);
    }

    @Test
    void aChannelKeepsTheProviderThatItNamedAndItsClaim() {
        ChannelConnected connected = (ChannelConnected) read("channel.ChannelConnected.1");

        assertThat(connected.endpoint()).isEqualTo(new Endpoint(Provider.GATEWAY, "phoneNumberId ñ"));
        assertThat(connected.endpointClaim().value()).isEqualTo("acme/channel/1f928fc2-f2d5-30b2-89ca-6cb93e325993");
    }

    private static Object read(String contract) {
        int revision = contract.lastIndexOf('.');
        return new StoredJson(
                        contract.substring(0, revision),
                        Integer.parseInt(contract.substring(revision + 1)),
                        Contract.read(Contract.FOLDER.resolve(contract + ".json")))
                .read(Features.builtIn().registry(), Features.builtIn().upcasters());
    }
}
