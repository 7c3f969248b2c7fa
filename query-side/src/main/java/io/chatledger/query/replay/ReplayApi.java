package io.chatledger.query.replay;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.query.Instants;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsNothingPersonal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Views of the past over HTTP. They are a way of reading, so whoever may read history may make them. */
@RestController
@RequestMapping("/api/v1/audit/replays")
@NotInThePast
@ShowsNothingPersonal
class ReplayApi {

    private static final String PERMISSION = "audit.read";

    private final Replays replays;
    private final ReplayQueries queries;

    ReplayApi(Replays replays, ReplayQueries queries) {
        this.replays = replays;
        this.queries = queries;
    }

    /**
     * Which past: one of the two.
     *
     * @param asOf an instant such as {@code 2026-03-12T18:00:00Z}
     * @param upToPosition a position of the event store
     */
    record Order(
            @Nullable @Size(max = 64) String asOf, @Nullable Long upToPosition) {}

    /**
     * Has a view of the past made.
     *
     * <p>Say either {@code asOf} or {@code upToPosition}. When it is {@code ready}, any query is answered from it with its
     * id in the header {@code Replay}.
     *
     * @return the view as it stands
     */
    @PostMapping
    @Allowed(PERMISSION)
    @Refuses("too-many-replays")
    ResponseEntity<ReplayView> request(Caller caller, @Valid @RequestBody Order order) {
        if ((order.asOf() == null) == (order.upToPosition() == null)) {
            throw DomainProblem.invalid("asOf", "one-of", "Say either asOf or upToPosition.");
        }
        Instant asOf = order.asOf() == null ? null : Instants.parse(order.asOf(), "asOf");
        UUID id = replays.request(caller.tenant(), asOf, order.upToPosition());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/audit/replays/" + id))
                .body(queries.get(caller.tenant(), id));
    }

    /**
     * Lists the views of the past, the newest first.
     */
    @GetMapping
    @Allowed(PERMISSION)
    Page<ReplayView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.find(caller.tenant(), Paging.of(limit, cursor));
    }

    /**
     * Shows a view of the past and how far it is.
     */
    @GetMapping("/{id}")
    @Allowed(PERMISSION)
    ReplayView get(Caller caller, @PathVariable String id) {
        return queries.get(caller.tenant(), ReplayId.parse(id));
    }

    /**
     * Lets go of a view of the past.
     *
     * @return nothing
     */
    @DeleteMapping("/{id}")
    @Allowed(PERMISSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Caller caller, @PathVariable String id) {
        replays.discard(caller.tenant(), ReplayId.parse(id));
    }
}
