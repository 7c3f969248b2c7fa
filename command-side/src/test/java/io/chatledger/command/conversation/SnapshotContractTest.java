package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.ConversationConfiguration.SNAPSHOT_REVISION;
import static io.chatledger.command.conversation.Talk.AGENT;
import static io.chatledger.command.conversation.Talk.HELLO;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SetTopic;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the JSON of a conversation's snapshot to what was approved. Where the fields have changed on purpose, raise
 * {@code SNAPSHOT_REVISION} and run this with {@code -Dcontracts.approve=true}: the snapshots of before are then left
 * aside, instead of being read as something they are not.
 */
class SnapshotContractTest {

    private static final Path FILE = Path.of(System.getProperty("basedir", ""))
            .resolve("src/test/resources/snapshots/conversation.Conversation." + SNAPSHOT_REVISION + ".json");

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aSnapshotIsWrittenAsApproved() throws IOException {
        String written = pretty(everyFieldSet());
        if (Boolean.getBoolean("contracts.approve") && Files.notExists(FILE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, written);
        }
        assertThat(FILE).as("for a new revision: -Dcontracts.approve=true").exists();
        assertThat(written).isEqualTo(Files.readString(FILE));
    }

    @Test
    void whatWasApprovedIsReadAndWrittenAgainAsItIs() throws IOException {
        try (ColdTalk talk = new ColdTalk(1)) {
            talk.send(Talk.receive("wamid.1", "delivery-1", NOON));
            talk.snapshots().forge(ID, Integer.toString(SNAPSHOT_REVISION), Files.readString(FILE));
            talk.send(new SetTopic(ID, Topic.other, NOON));
            assertThat(talk.snapshots().used()).isPositive();
            assertThat(pretty(talk.snapshots().json(ID)))
                    .isEqualTo(Files.readString(FILE).replace("\"complaint\"", "\"other\""));
        }
    }

    /** A message that is queued, one that is being sent and one nobody knows about; and a person who owns it all. */
    private static String everyFieldSet() {
        try (ColdTalk talk = new ColdTalk(1)) {
            talk.send(Talk.receive("wamid.1", "delivery-1", NOON));
            MessageId lost = send(talk, 1, TEMPLATE);
            MessageId going = send(talk, 2, HELLO);
            send(talk, 3, HELLO);
            talk.send(new StartSending(ID, lost, 2, NOON));
            talk.send(new LoseOutcome(ID, lost, "timeout", NOON));
            talk.send(new StartSending(ID, going, 3, NOON));
            talk.send(Talk.receive("wamid.2", "delivery-1", NOON.plusSeconds(1)));
            talk.send(new SetTopic(ID, Topic.complaint, NOON));
            return talk.snapshots().json(ID);
        }
    }

    private static MessageId send(ColdTalk talk, long number, MessageContent content) {
        MessageId message = MessageId.of(new UUID(2, number));
        talk.send(new SendMessage(ID, message, content, "wamid.1", AGENT, null, NOON));
        return message;
    }

    private static String pretty(String json) {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.readTree(json))
                        .replace(System.lineSeparator(), "\n")
                + "\n";
    }
}
