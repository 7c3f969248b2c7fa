package io.chatledger.query.report;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ReadsLane;
import io.chatledger.query.ShowsNothingPersonal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Metrics over HTTP: their definitions, their numbers, and the events behind a number. A parameter of a dimension's name
 * keeps only what has that value.
 */
@RestController
@ReadsLane("report")
@RequestMapping("/api/v1/metrics")
@ShowsNothingPersonal
class MetricQueryApi {

    private static final String PERMISSION = "reports.read";

    private final MetricQueries queries;

    MetricQueryApi(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists the metrics and what each of their versions means.
     */
    @GetMapping
    @Allowed(PERMISSION)
    Page<MetricView> definitions(Caller caller) {
        List<MetricView> all =
                queries.metrics().all().stream().map(MetricView::of).toList();
        return new Page<>(all, null);
    }

    /**
     * Shows the numbers of a metric over time.
     *
     * @param name of the metric
     * @param version one, or several apart by commas; the newest where it is absent
     * @param from a day in the tenant's time zone, or an instant; 30 days before the end where it is absent
     * @param to the first day or moment after it; the end of today where it is absent
     * @param by {@code hour}, {@code day} or {@code total}
     * @param dimension by what the numbers are told apart, several apart by commas
     */
    @GetMapping("/{name}")
    @Allowed(PERMISSION)
    MetricNumbers numbers(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String dimension,
            WebRequest request) {
        MetricQuestion question = queries.question(name, version, dimension, request::getParameter);
        return queries.numbers(caller.tenant(), question, queries.period(caller.tenant(), from, to, by));
    }

    /**
     * Lists what is counted in a number; each item names its event.
     *
     * @param name of the metric
     * @param version as of the number
     * @param from as of the number
     * @param to as of the number
     */
    @GetMapping("/{name}/events")
    @Allowed(PERMISSION)
    Page<CountedView> counted(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            WebRequest request) {
        MetricQuestion question = queries.question(name, version, null, request::getParameter);
        return queries.counted(
                caller.tenant(),
                question,
                queries.period(caller.tenant(), from, to, Grain.total.name()),
                Paging.of(limit, cursor));
    }
}
