package io.chatledger.projection.replay;

/** The event processors of the projections. Names are those of processors, {@code projection.<name>}. */
public interface ProjectionProcessors {

    /** Returns once nothing is being processed here any more. Does nothing where it is stopped already. */
    void stop(String processor);

    /** Does nothing where it runs already. */
    void start(String processor);

    /** Whether it runs here, and without an error that it could not get past. */
    boolean running(String processor);
}
