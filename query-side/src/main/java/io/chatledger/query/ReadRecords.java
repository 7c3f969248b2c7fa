package io.chatledger.query;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where it is recorded who reads personal data. */
public interface ReadRecords {

    /**
     * Somebody reads something.
     *
     * @param id of what is read; null where it is many
     * @param asOf the earlier time that it is shown as of; null for the present
     * @param correlationId of the request, as its log has it
     */
    record Read(
            Caller caller,
            String kind,
            @Nullable String id,
            @Nullable Instant asOf,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable String correlationId) {}

    /** Those that are not on record yet. */
    List<Read> unrecorded(List<Read> reads);

    /**
     * Makes room for so many records, before anything is read.
     *
     * @throws DomainProblem {@code audit-unavailable} where there is none: nobody reads without a record
     */
    void reserve(int reads);

    /** For each read that there was room made for, once it has succeeded. */
    void record(Read read);

    /** Gives room back for reads that came to nothing. */
    void release(int reads);
}
