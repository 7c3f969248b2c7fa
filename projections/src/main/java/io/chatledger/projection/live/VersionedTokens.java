package io.chatledger.projection.live;

import io.chatledger.projection.Builds;
import io.chatledger.projection.Projections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of the projections, only for those whose code is no older than what made the views: rows that older code
 * folds into them would stay wrong. A process that is overtaken lets go of the token at its next batch.
 */
public final class VersionedTokens extends JdbcTokenStore {

    private static final Logger LOG = LoggerFactory.getLogger(VersionedTokens.class);

    private final Projections projections;
    private final Builds builds;
    private final AtomicBoolean standing = new AtomicBoolean();

    /** @param builds takes part in the transactions in which tokens are stored */
    public VersionedTokens(Builder tokens, Projections projections, Builds builds) {
        super(tokens);
        this.projections = projections;
        this.builds = builds;
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return newer().isEmpty() ? super.fetchAvailableSegments(processor) : List.of();
    }

    /** Looks when the token is held: a rebuild that changes the tables has been committed by then, or waits. */
    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        super.storeToken(token, processor, segment);
        List<String> newer = newer();
        if (!newer.isEmpty()) {
            throw new UnableToClaimTokenException("Newer code has made the rows of " + newer);
        }
    }

    private List<String> newer() {
        List<String> newer = builds.newer(projections.all());
        if (newer.isEmpty()) {
            standing.set(false);
        } else if (standing.compareAndSet(false, true)) {
            LOG.warn("Newer code has made the rows of {}: projecting stands still in this process", newer);
        }
        return newer;
    }
}
