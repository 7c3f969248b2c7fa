package io.chatledger.query.panel.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.message.Actor;
import io.chatledger.query.ViewTopics;
import io.chatledger.query.audit.EventView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One event of the time line, ready to be shown.
 *
 * @param own whether whoever looks at it has done it
 * @param page the one that shows best what it changed
 */
public record TimelineEntry(EventView event, boolean own, String page) {

    private static final int SHORT = 8;
    private static final String HOME = "/panel";

    static TimelineEntry of(EventView event, Caller caller, ViewTopics topics) {
        boolean own = event.actor().type().equals(Actor.Type.account.name())
                && caller.accountId().key().equals(event.actor().id());
        String page = topics.pageOfStream(feature(event), event.stream());
        return new TimelineEntry(event, own, page == null ? HOME : page);
    }

    /** Enough of an id to tell it from others on a page. */
    static String shortened(String id) {
        return id.length() > SHORT + 4 ? id.substring(0, SHORT) + "…" : id;
    }

    public String feature() {
        return feature(event);
    }

    private static String feature(EventView event) {
        return event.type().substring(0, Math.max(0, event.type().indexOf('.')));
    }

    public String shortAggregate() {
        return shortened(event.aggregateId());
    }

    public @Nullable String shortActor() {
        String id = event.actor().id();
        return id == null ? null : shortened(id);
    }

    /** As a filter takes it. */
    public String actor() {
        String id = event.actor().id();
        return id == null ? event.actor().type() : event.actor().type() + ":" + id;
    }

    public ShownValue payload() {
        return ShownValue.of(event.payload());
    }

    /** The last moment without it. */
    public Instant before() {
        return event.recordedAt().minus(1, ChronoUnit.MICROS);
    }
}
