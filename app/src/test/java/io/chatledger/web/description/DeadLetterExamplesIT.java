package io.chatledger.web.description;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.deadletter.Poisoned;
import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Client;
import io.chatledger.web.description.Document.Operation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples about events that cannot be handled, where there are some. */
class DeadLetterExamplesIT {

    private static final String LETTER = "0199c3b2-7d4e-7a10-9c11-3f5a8e6b2d0a";

    @Test
    void theExamplesAreAnsweredAsTheDocumentSays() {
        try (Poisoned poisoned = Poisoned.start()) {
            Client admin = poisoned.application().admin();
            String stream = poisoned.stream("channel", poisoned.channel());
            long position = poisoned.poison(stream, "channel.ChannelDisconnected", "{\"channelId\":");
            JsonNode letter = await().atMost(Duration.ofSeconds(20))
                    .until(() -> admin.get(Poisoned.LETTERS).items(), items -> !items.isEmpty())
                    .getFirst();
            ExampleWorld world = new ExampleWorld(
                    poisoned.business(), admin, Map.of(LETTER, letter.get("id").asString()));
            verify("get-admin-dead-letters", admin, world);
            verify("post-admin-dead-letters-id-retry", admin, world);
            verify("post-admin-dead-letters-id-discard", admin, world);
            poisoned.mend(position, Poisoned.disconnected(stream));
        }
    }

    private static void verify(String id, Client admin, ExampleWorld world) {
        Operation one = Document.operation(id);
        Answer answer = ExamplesIT.send(one, Example.of(id).orElseThrow(), admin, world);
        ExamplesIT.verify(one, answer);
    }
}
