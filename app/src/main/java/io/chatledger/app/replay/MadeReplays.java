package io.chatledger.app.replay;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.asof.AsOfRows;
import io.chatledger.projection.asof.AsOfView;
import io.chatledger.projection.asof.AsOfViews;
import io.chatledger.query.Past;
import io.chatledger.query.replay.Replays;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Views of the past for queries, made by the projections.
 *
 * @param rows null where the store has none without a view
 */
record MadeReplays(AsOfViews views, @Nullable AsOfRows rows) implements Replays {

    @Override
    public UUID request(TenantId tenant, @Nullable Instant asOf, @Nullable Long upToPosition) {
        return views.request(tenant, asOf, upToPosition);
    }

    @Override
    public void discard(TenantId tenant, UUID replay) {
        views.discard(tenant, replay);
    }

    @Override
    public Past at(TenantId tenant, Instant asOf) {
        return past(views.enter(tenant, asOf), false);
    }

    @Override
    public Past rowsAt(TenantId tenant, Instant asOf) {
        if (rows == null) {
            return at(tenant, asOf);
        }
        AsOfRows.Then then = rows.at(tenant, asOf);
        return new Past(then.moment(), new Past.Events(then::find), () -> {});
    }

    @Override
    public Past of(TenantId tenant, UUID replay) {
        return past(views.enter(tenant, replay), true);
    }

    private static Past past(AsOfView view, boolean named) {
        return new Past(view.moment(), new Past.View(view.id(), view.schema(), named), view.leave());
    }
}
