package io.chatledger.query.conversation;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.OfOneAggregate;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations and messages over HTTP. */
@RestController
@RequestMapping("/api/v1")
class ConversationQueryApi {

    private static final String PERMISSION = "conversations.read";

    private final ConversationQueries queries;

    ConversationQueryApi(ConversationQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists the conversations, the one with the newest message first.
     *
     * @param status {@code open}, {@code closed} or {@code archived}
     * @param channelId id of the channel
     * @param assigneeId id of the account that it is assigned to
     * @param owner {@code bot} or {@code human}
     * @param q part of the customer's name, phone number or another identity
     */
    @GetMapping("/conversations")
    @Allowed(PERMISSION)
    @ShowsPersonalData("conversations")
    Page<ConversationView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String channelId,
            @RequestParam(required = false) @Nullable String assigneeId,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ConversationFilter filter = new ConversationFilter(status, channelId, assigneeId, owner, q);
        return queries.find(caller.tenant(), filter, Paging.of(limit, cursor));
    }

    /**
     * Shows a conversation, with its notes.
     */
    @GetMapping("/conversations/{id}")
    @Allowed(PERMISSION)
    @OfOneAggregate
    @ShowsPersonalData(value = "conversation", id = "id")
    ConversationView get(Caller caller, @PathVariable String id) {
        return queries.get(caller.tenant(), id);
    }

    /**
     * Lists the messages of a conversation, the oldest first.
     */
    @GetMapping("/conversations/{id}/messages")
    @Allowed(PERMISSION)
    @ShowsPersonalData(value = "messages", id = "id")
    Page<MessageView> messages(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.messages(caller.tenant(), id, Paging.of(limit, cursor));
    }

    /**
     * Finds messages by their words, the newest first.
     *
     * @param q words, all of which have to be there; case and accents do not matter
     */
    @GetMapping("/messages/search")
    @Allowed(PERMISSION)
    @ShowsPersonalData("search")
    Page<MessageHit> search(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.search(caller.tenant(), q, Paging.of(limit, cursor));
    }
}
