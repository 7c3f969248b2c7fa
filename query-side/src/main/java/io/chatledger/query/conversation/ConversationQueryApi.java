package io.chatledger.query.conversation;

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

    @GetMapping("/conversations")
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
        caller.require(PERMISSION);
        ConversationFilter filter = new ConversationFilter(status, channelId, assigneeId, owner, q);
        return queries.find(caller.tenant(), filter, Paging.of(limit, cursor));
    }

    @GetMapping("/conversations/{id}")
    @OfOneAggregate
    @ShowsPersonalData(value = "conversation", id = "id")
    ConversationView get(Caller caller, @PathVariable String id) {
        caller.require(PERMISSION);
        return queries.get(caller.tenant(), id);
    }

    @GetMapping("/conversations/{id}/messages")
    @ShowsPersonalData(value = "messages", id = "id")
    Page<MessageView> messages(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.require(PERMISSION);
        return queries.messages(caller.tenant(), id, Paging.of(limit, cursor));
    }

    @GetMapping("/messages/search")
    @ShowsPersonalData("search")
    Page<MessageHit> search(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.require(PERMISSION);
        return queries.search(caller.tenant(), q, Paging.of(limit, cursor));
    }
}
