package io.chatledger.projection;

import java.util.List;

/**
 * Projections that one live processor keeps up to date: a batch of events is one transaction, whatever number of tables
 * it touches. Lanes do not wait for each other.
 *
 * @param name empty for the lane that all projections share which name none
 */
public record Lane(String name, List<Projection<?, ?>> projections) {

    /** The name of the shared lane. */
    public static final String SHARED = "";

    /** The event processor of the shared lane; those of the others begin so, too. */
    public static final String PROCESSOR = "projection.live";

    /** The event processor of the lane with that name. */
    public static String processor(String name) {
        return name.equals(SHARED) ? PROCESSOR : PROCESSOR + "." + name;
    }

    /** Its event processor, of exactly one segment. */
    public String processor() {
        return processor(name);
    }

    public boolean isShared() {
        return name.equals(SHARED);
    }
}
