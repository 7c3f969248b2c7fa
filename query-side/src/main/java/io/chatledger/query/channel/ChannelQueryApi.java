package io.chatledger.query.channel;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsNothingPersonal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Channels over HTTP. */
@RestController
@RequestMapping("/api/v1/channels")
@ShowsNothingPersonal
class ChannelQueryApi {

    private final ChannelQueries queries;

    ChannelQueryApi(ChannelQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists the numbers that are or were connected.
     */
    @GetMapping
    @Allowed("channels.read")
    Page<ChannelView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.find(caller.tenant(), Paging.of(limit, cursor));
    }
}
