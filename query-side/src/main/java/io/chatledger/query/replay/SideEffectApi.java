package io.chatledger.query.replay;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Cursor;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsNothingPersonal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of side effects over HTTP, the oldest first. */
@RestController
@RequestMapping("/api/v1/audit/side-effects")
@NotInThePast
@ShowsNothingPersonal
class SideEffectApi {

    private final SideEffectLedger ledger;

    SideEffectApi(SideEffectLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Lists what was done to the world outside, the oldest first.
     *
     * <p>Each is there once, however often the history is replayed.
     */
    @GetMapping
    @Allowed("audit.read")
    Page<SideEffectView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Paging paging = Paging.of(limit, cursor);
        Cursor from = paging.from();
        List<SideEffectView> found =
                ledger.after(caller.tenant(), from == null ? 0 : from.sequence(), paging.limit() + 1);
        return Page.ofEach(found, paging, one -> one, one -> new Cursor(Instant.EPOCH, one.position(), one.id()));
    }
}
