package io.chatledger.query.privacy;

import io.chatledger.kernel.account.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of retention over HTTP. */
@RestController
class RetentionQueryApi {

    private final RetentionQueries queries;

    RetentionQueryApi(RetentionQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/privacy/retention")
    RetentionView retention(Caller caller) {
        caller.require("privacy.read");
        return queries.get(caller.tenant());
    }
}
