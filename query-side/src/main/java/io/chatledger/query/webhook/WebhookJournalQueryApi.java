package io.chatledger.query.webhook;

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

/** The webhook journal over HTTP. */
@RestController
@RequestMapping("/api/v1/webhook-journal")
@ShowsNothingPersonal
class WebhookJournalQueryApi {

    private final WebhookJournalQueries queries;

    WebhookJournalQueryApi(WebhookJournalQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists what providers have delivered, the newest first.
     *
     * @param status {@code received}, {@code processed}, {@code ignored} or {@code failed}
     */
    @GetMapping
    @Allowed("journal.read")
    Page<WebhookDeliveryView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.find(caller.tenant(), status, Paging.of(limit, cursor));
    }
}
