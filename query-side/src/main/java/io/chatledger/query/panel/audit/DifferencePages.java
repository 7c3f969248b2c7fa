package io.chatledger.query.panel.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.Instants;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsPersonalData;
import io.chatledger.query.ViewTopics;
import io.chatledger.query.replay.ComparedView;
import io.chatledger.query.replay.ComparedViews;
import io.chatledger.query.replay.DiffQueries;
import io.chatledger.query.replay.Difference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What changed between two moments. */
@Controller
@NotInThePast
class DifferencePages {

    private static final String PATH = "/panel/audit/changes";
    private static final Duration USUAL = Duration.ofDays(1);

    private final DiffQueries differences;
    private final ComparedViews views;
    private final ViewTopics topics;
    private final InstantSource clock;

    DifferencePages(DiffQueries differences, ComparedViews views, ViewTopics topics, InstantSource clock) {
        this.differences = differences;
        this.views = views;
        this.topics = topics;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @ShowsPersonalData("differences")
    String changes(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String feature,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        caller.require("audit.read");
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        model.addAttribute("features", views.words());
        model.addAttribute("feature", feature == null ? views.usual() : feature);
        model.addAttribute("from", from == null ? now.minus(USUAL).toString() : from);
        model.addAttribute("to", to == null ? now.toString() : to);
        if (from != null && to != null && feature != null) {
            try {
                compare(caller, new Asked(from, to, feature), cursor, model);
            } catch (DomainProblem refusal) {
                if (refusal.kind() != DomainProblem.Kind.INVALID) {
                    throw refusal;
                }
                model.addAttribute("refused", true);
            }
        }
        return "panel/audit/changes";
    }

    private record Asked(String from, String to, String feature) {}

    private void compare(Caller caller, Asked asked, @Nullable String cursor, Model model) {
        ComparedView view = views.of(asked.feature());
        Page<Difference> found = differences.between(
                caller.tenant(),
                Instants.parse(asked.from(), "from"),
                Instants.parse(asked.to(), "to"),
                view,
                Paging.of(null, cursor));
        model.addAttribute(
                "changes",
                found.items().stream()
                        .map(one -> ShownChange.of(
                                asked.feature(), one, topics.pageOf(view.topic().name(), one.id())))
                        .toList());
        if (found.nextCursor() != null) {
            model.addAttribute("next", next(asked, found.nextCursor()));
        }
    }

    private static String next(Asked asked, String cursor) {
        return UriComponentsBuilder.fromPath(PATH)
                .query("from={from}&to={to}&feature={feature}&cursor={cursor}")
                .encode()
                .buildAndExpand(asked.from(), asked.to(), asked.feature(), cursor)
                .toUriString();
    }
}
