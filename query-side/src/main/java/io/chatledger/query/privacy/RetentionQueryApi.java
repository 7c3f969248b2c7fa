package io.chatledger.query.privacy;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.ShowsNothingPersonal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of retention over HTTP. */
@RestController
@ShowsNothingPersonal
class RetentionQueryApi {

    private final RetentionQueries queries;

    RetentionQueryApi(RetentionQueries queries) {
        this.queries = queries;
    }

    /**
     * Shows how long data of customers is kept.
     */
    @GetMapping("/api/v1/privacy/retention")
    @Allowed("privacy.read")
    RetentionView retention(Caller caller) {
        return queries.get(caller.tenant());
    }
}
