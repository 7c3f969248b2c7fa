package io.chatledger.query.replay;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.query.Instants;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two moments, over HTTP. */
@RestController
@RequestMapping("/api/v1/audit/diff")
@NotInThePast
class DiffApi {

    private final DiffQueries queries;
    private final ComparedViews views;

    DiffApi(DiffQueries queries, ComparedViews views) {
        this.queries = queries;
        this.views = views;
    }

    /**
     * Shows what changed between two moments.
     *
     * @param from the earlier instant
     * @param to the later instant
     * @param feature what is compared, such as {@code conversation}; whoever says none is told which there are
     */
    @GetMapping
    @Allowed("audit.read")
    @Refuses({"replay-failed", "replay-building", "too-many-replays"})
    @ShowsPersonalData("differences")
    Page<Difference> between(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String feature,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.between(
                caller.tenant(),
                Instants.parse(from, "from"),
                Instants.parse(to, "to"),
                views.of(feature),
                Paging.of(limit, cursor));
    }
}
