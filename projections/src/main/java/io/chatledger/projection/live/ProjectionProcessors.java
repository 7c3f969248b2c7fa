package io.chatledger.projection.live;

/** The event processors of the projections. Names are those of processors, {@code projection.<name>}. */
public interface ProjectionProcessors {

    /** Whether it runs here, and without an error that it could not get past. */
    boolean running(String processor);
}
