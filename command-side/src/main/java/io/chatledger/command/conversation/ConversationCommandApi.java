package io.chatledger.command.conversation;

import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.AddNote;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Assign;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationCommand.Release;
import io.chatledger.kernel.conversation.ConversationCommand.Reopen;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SetTopic;
import io.chatledger.kernel.conversation.ConversationCommand.TakeOver;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.Topic;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do in conversations. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class ConversationCommandApi {

    private static final int LONGEST_NOTE = 4000;

    private final ApiCommands commands;
    private final InstantSource clock;

    ConversationCommandApi(ApiCommands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What some of the actions need.
     *
     * @param accountId of {@code assign}: id of a member's account
     * @param topic of {@code topic}: what it is about
     * @param text of {@code notes}: what is noted
     */
    record ActionRequest(
            @Nullable @Size(max = 36) String accountId,
            @Nullable Topic topic,
            @Nullable @Size(max = LONGEST_NOTE) String text) {}

    /**
     * Sends a message.
     *
     * <p>It is queued, and the answer does not wait for the provider: the message's status tells what became of it. Once the
     * channel's window has closed (WhatsApp: 24 hours after the customer last wrote) only a template can be sent.
     *
     * @return the message's id, and {@code queued}
     */
    @PostMapping("/messages")
    @Allowed("conversations.write")
    @Refuses({"window-closed", "no-address", "person-erased", "conversation-merged"})
    ResponseEntity<Map<String, Object>> send(
            @PathVariable String id,
            @Valid @RequestBody OutboundContent body,
            Caller caller,
            HttpServletRequest request) {
        MessageId message = MessageId.of(UUID.randomUUID());
        SendMessage command = new SendMessage(
                conversation(caller, id),
                message,
                body.toContent(),
                body.contextMessageId(),
                new Author(Author.Type.agent, caller.accountId().key()),
                null,
                clock.instant());
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                command,
                body,
                HttpStatus.ACCEPTED,
                Map.of("id", message.toString(), "status", "queued"));
    }

    /**
     * Does something with a conversation.
     *
     * <p>{@code takeover} from the bot and {@code release} to it; {@code assign} to {@code accountId}; {@code close},
     * {@code reopen}, {@code archive}; {@code topic} and {@code notes} say what they are about in the field of that name,
     * or in {@code text}; {@code read} marks all as read.
     *
     * @param action what is done
     * @return the conversation's id
     */
    @PostMapping("/{action:takeover|release|assign|close|reopen|archive|topic|notes|read}")
    @Allowed("conversations.write")
    @Refuses({"invalid-transition", "not-a-member", "person-erased", "conversation-merged"})
    ResponseEntity<Map<String, Object>> act(
            @PathVariable String id,
            @PathVariable String action,
            @Valid @RequestBody(required = false) @Nullable ActionRequest body,
            Caller caller,
            HttpServletRequest request) {
        ActionRequest given = body == null ? new ActionRequest(null, null, null) : body;
        ConversationId conversation = conversation(caller, id);
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                command(conversation, action, given, caller),
                given,
                HttpStatus.OK,
                Map.of("id", conversation.key()));
    }

    private ConversationCommand command(ConversationId id, String action, ActionRequest given, Caller caller) {
        Instant now = clock.instant();
        return switch (action) {
            case "takeover" -> new TakeOver(id, caller.accountId().key(), now);
            case "release" -> new Release(id, now);
            case "assign" -> new Assign(id, account(given.accountId()), now);
            case "close" -> new Close(id, now);
            case "reopen" -> new Reopen(id, now);
            case "archive" -> new Archive(id, now);
            case "topic" -> new SetTopic(id, topic(given.topic()), now);
            case "notes" -> new AddNote(id, UUID.randomUUID().toString(), note(given.text()), caller.actor(), now);
            case "read" -> new MarkRead(id, now);
            default -> throw DomainProblem.notFound("action");
        };
    }

    private static ConversationId conversation(Caller caller, String id) {
        try {
            return ConversationId.of(caller.tenant(), UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw DomainProblem.notFound("conversation");
        }
    }

    private static String account(@Nullable String accountId) {
        try {
            return UUID.fromString(String.valueOf(accountId)).toString();
        } catch (IllegalArgumentException noId) {
            throw DomainProblem.invalid("accountId", "format", "accountId has to be the id of an account.");
        }
    }

    private static Topic topic(@Nullable Topic topic) {
        if (topic == null) {
            throw DomainProblem.invalid("topic", "missing", "topic is missing.");
        }
        return topic;
    }

    private static String note(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NOTE) {
            throw DomainProblem.invalid("text", "size", "A note has 1 to " + LONGEST_NOTE + " characters.");
        }
        return text;
    }
}
