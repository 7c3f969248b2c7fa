package io.chatledger.query.panel.report;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Choice;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ReadsLane;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.channel.ChannelQueries;
import io.chatledger.query.channel.ChannelView;
import io.chatledger.query.report.CountedView;
import io.chatledger.query.report.Grain;
import io.chatledger.query.report.MetricQueries;
import io.chatledger.query.report.MetricQuestion;
import io.chatledger.query.report.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** What a business's numbers are, and what each of them counts. */
@Controller
@ReadsLane("report")
@ShowsNothingPersonal
class MetricPages {

    private static final String PERMISSION = "reports.read";
    private static final List<String> DAYS = List.of("7", "30", "90");
    private static final String USUAL = "30";
    private static final String ALL = "all";
    private static final List<String> VERSIONS = List.of("latest", ALL);

    private final MetricQueries queries;
    private final MetricCards cards;
    private final ChannelQueries channels;

    MetricPages(MetricQueries queries, MetricCards cards, ChannelQueries channels) {
        this.queries = queries;
        this.cards = cards;
        this.channels = channels;
    }

    /** @param versions {@code all} to see the versions of a metric side by side */
    @GetMapping("/panel/metrics")
    String metrics(
            Caller caller,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(required = false) @Nullable String versions,
            Model model) {
        caller.require(PERMISSION);
        String wanted = Choice.of(days, "days", DAYS);
        String shown = Choice.of(versions, "versions", VERSIONS);
        Period period = last(caller.tenant(), Integer.parseInt(wanted == null ? USUAL : wanted));
        model.addAttribute("days", wanted == null ? USUAL : wanted);
        model.addAttribute("choices", DAYS);
        model.addAttribute("all", ALL.equals(shown));
        model.addAttribute("zone", period.zone().getId());
        model.addAttribute("groups", groups(caller.tenant(), period, ALL.equals(shown)));
        return "panel/report/metrics";
    }

    @GetMapping("/panel/metrics/{name}")
    String counted(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            WebRequest request,
            Model model) {
        caller.require(PERMISSION);
        MetricQuestion question = queries.question(name, version, null, request::getParameter);
        Period period = queries.period(caller.tenant(), from, to, Grain.total.name());
        Page<CountedView> page = queries.counted(caller.tenant(), question, period, Paging.of(null, cursor));
        model.addAttribute("metric", question.metric());
        model.addAttribute("period", MomentText.between(period));
        model.addAttribute("zone", period.zone().getId());
        model.addAttribute(
                "items",
                page.items().stream()
                        .map(one -> CountedItem.of(one, question.metric(), period.zone()))
                        .toList());
        model.addAttribute("channels", names(caller.tenant()));
        model.addAttribute("more", page.nextCursor() == null ? null : more(question, period, page.nextCursor()));
        return "panel/report/metric";
    }

    private static String more(MetricQuestion question, Period period, String cursor) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/panel/metrics/{name}")
                .queryParam("version", question.metric().version())
                .queryParam("from", period.from())
                .queryParam("to", period.to());
        question.only().forEach((dimension, value) -> link.queryParam(dimension.name(), value));
        return link.queryParam("cursor", cursor)
                .buildAndExpand(question.metric().id())
                .encode()
                .toUriString();
    }

    private Period last(TenantId tenant, int days) {
        Period usual = queries.period(tenant, null, null, Grain.day.name());
        LocalDate first = usual.to().atZone(usual.zone()).toLocalDate().minusDays(days);
        return new Period(usual.zone(), first.atStartOfDay(usual.zone()).toInstant(), usual.to(), Grain.day);
    }

    private Map<String, String> names(TenantId tenant) {
        return channels.all(tenant).stream().collect(Collectors.toMap(ChannelView::id, ChannelView::name));
    }

    /** Versions of one metric stand together. */
    private Collection<List<MetricCard>> groups(TenantId tenant, Period period, boolean all) {
        return queries.metrics().all().stream()
                .filter(metric -> all || queries.metrics().isNewest(metric))
                .map(metric -> cards.card(tenant, metric, period))
                .collect(Collectors.groupingBy(card -> card.metric().id(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
