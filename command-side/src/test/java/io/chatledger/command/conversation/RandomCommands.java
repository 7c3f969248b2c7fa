package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.AGENT;
import static io.chatledger.command.conversation.Talk.BOT;
import static io.chatledger.command.conversation.Talk.HELLO;
import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.TEMPLATE;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.AddNote;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Assign;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.DeferMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationCommand.Release;
import io.chatledger.kernel.conversation.ConversationCommand.Reopen;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SetTopic;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationCommand.TakeOver;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.conversation.Topic;
import io.chatledger.kernel.message.Actor;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What may be asked of one conversation in some weeks, sensible or not; the same for the same seed. */
final class RandomCommands {

    private final SplittableRandom random;
    private Instant now = NOON;
    private int step;

    RandomCommands(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param queued what was queued so far */
    ConversationCommand next(List<MessageQueued> queued) {
        step++;
        now = now.plusSeconds(random.nextInt(6 * 3600));
        if (step == 1 || random.nextInt(6) == 0) {
            return Talk.receive("wamid." + random.nextInt(40), "delivery-" + random.nextInt(3), now);
        }
        return queued.isEmpty() || random.nextInt(5) < 3 ? aboutTheConversation() : about(chosen(queued));
    }

    private ConversationCommand aboutTheConversation() {
        return switch (random.nextInt(13)) {
            case 0 -> new TakeOver(ID, account(), now);
            case 1 -> new Release(ID, now);
            case 2 -> new Assign(ID, account(), now);
            case 3 -> new Close(ID, now);
            case 4 -> new Reopen(ID, now);
            case 5 -> random.nextInt(3) == 0 ? new Archive(ID, now) : new MarkRead(ID, now);
            case 6 -> new SetTopic(ID, Topic.values()[random.nextInt(Topic.values().length)], now);
            case 7 -> new AddNote(ID, "note-" + step, "text", Actor.SYSTEM, now);
            case 8 -> new MarkRead(ID, now);
            default -> sendMessage();
        };
    }

    private SendMessage sendMessage() {
        Author author = random.nextBoolean() ? AGENT : BOT;
        Long version = author == AGENT ? null : Long.valueOf(random.nextInt(4));
        MessageId message = MessageId.of(new UUID(9, step));
        return new SendMessage(ID, message, random.nextInt(4) == 0 ? TEMPLATE : HELLO, null, author, version, now);
    }

    private ConversationCommand about(MessageQueued queued) {
        MessageId message = queued.messageId();
        return switch (random.nextInt(8)) {
            case 0 -> new AcceptMessage(ID, message, Talk.key("wamid.out." + step), "wamid.out." + step, now);
            case 1 -> new FailMessage(ID, message, new SendError(131000, "provider-error", "no"), now);
            case 2 -> new DeferMessage(ID, message, "limit", now);
            case 3 -> new LoseOutcome(ID, message, "timeout", now);
            default -> new StartSending(ID, message, queued.sequence(), now);
        };
    }

    /** Mostly of the newest, since the older ones are settled. */
    private MessageQueued chosen(List<MessageQueued> queued) {
        return queued.get(random.nextInt(Math.max(0, queued.size() - 4), queued.size()));
    }

    private String account() {
        return "agent-" + random.nextInt(3);
    }
}
