package io.chatledger.query.panel.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.message.Actor;
import io.chatledger.query.audit.EventView;
import io.chatledger.query.panel.PanelSections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One event of the time line, ready to be shown.
 *
 * @param own whether whoever looks at it has done it
 */
public record TimelineEntry(EventView event, boolean own) {

    private static final int SHORT = 8;

    static TimelineEntry of(EventView event, Caller caller) {
        boolean own = event.actor().type().equals(Actor.Type.account.name())
                && caller.accountId().key().equals(event.actor().id());
        return new TimelineEntry(event, own);
    }

    /** Enough of an id to tell it from others on a page. */
    static String shortened(String id) {
        return id.length() > SHORT + 4 ? id.substring(0, SHORT) + "…" : id;
    }

    public String feature() {
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

    /** The page that shows best what it changed: of an aggregate of its feature that one's, else the feature's. */
    String page(PanelSections sections) {
        boolean ofTheFeature = event.stream().contains("/" + feature() + "/");
        return sections.pageOf(feature(), ofTheFeature ? event.aggregateId() : null);
    }
}
