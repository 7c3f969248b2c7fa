package io.chatledger.query.audit;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.query.Export;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.ShowsNothingPersonal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history as an archive that an outsider can check. */
@RestController
@NotInThePast
@ShowsNothingPersonal
class AuditExportApi {

    private final HistoryVerification verification;
    private final ExportRanges ranges;
    private final HistoryExport export;

    AuditExportApi(HistoryVerification verification, ExportRanges ranges, HistoryExport export) {
        this.verification = verification;
        this.ranges = ranges;
        this.export = export;
    }

    /**
     * Hands over the history as an archive that an outsider can check.
     *
     * <p>{@code scripts/verify-export} checks it without a server and without a network.
     *
     * @param from the first moment of storage; the beginning where it is absent
     * @param to the first moment that is not included any more; now where it is absent
     * @return the archive
     */
    @GetMapping("/api/v1/audit/export")
    @Allowed("audit.read")
    @Export
    @Refuses({"hash-chain-off", "hash-chain-behind"})
    void export(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        Instant begin = Given.instant(from, "from");
        Instant end = Given.instant(to, "to");
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw DomainProblem.invalid("to", "order", "The end comes after the beginning.");
        }
        long linked = verification.linked(caller.tenant()).linked();
        ExportRange range = ranges.find(caller.tenant(), begin, end, linked);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"chatledger-" + caller.tenant() + "-" + (range.last() == null ? 0 : range.last())
                        + ".zip\"");
        export.write(caller.tenant(), range, response.getOutputStream());
    }
}
