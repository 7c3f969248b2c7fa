package io.chatledger.query.replay;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Past;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A past of two moments, each in a schema that is there already: the later one from an instant on, before it the other. */
final class TwoMoments implements Replays {

    private final String earlier;
    private final String later;
    private final Instant between;
    private int entered;
    private int left;

    TwoMoments(String earlier, String later, Instant between) {
        this.earlier = earlier;
        this.later = later;
        this.between = between;
    }

    int entered() {
        return entered;
    }

    int left() {
        return left;
    }

    @Override
    public Past at(TenantId tenant, Instant asOf) {
        return past(asOf, false);
    }

    @Override
    public Past rowsAt(TenantId tenant, Instant asOf) {
        return new Past(asOf, new Past.Events(new NoRows()), () -> left++);
    }

    @Override
    public Past of(TenantId tenant, UUID replay) {
        return past(between, true);
    }

    @Override
    public UUID request(TenantId tenant, @Nullable Instant asOf, @Nullable Long upToPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(TenantId tenant, UUID replay) {
        throw new UnsupportedOperationException();
    }

    private Past past(Instant moment, boolean named) {
        entered++;
        String schema = moment.isBefore(between) ? earlier : later;
        return new Past(moment, new Past.View(new UUID(0, 1), schema, named), () -> left++);
    }
}
