package io.chatledger.query.access;

import io.chatledger.kernel.audit.AuditEvent.PersonalDataRead;
import io.chatledger.kernel.audit.ReadId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.query.ReadRecords.Read;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** A read that is on its way to the store. It has its id from the beginning, so it is never stored twice. */
record RecordedRead(Read read, ReadId id, Instant at) {

    private static final String TYPE = "PersonalDataRead";

    static RecordedRead of(Read read, Instant at) {
        return new RecordedRead(read, ReadId.of(read.caller().tenant(), UUID.randomUUID()), at);
    }

    DomainEventMessage<PersonalDataRead> message() {
        return message(read.ipAddress(), read.userAgent());
    }

    /** Without what is known of the reader: nothing of them can be kept any more. */
    DomainEventMessage<PersonalDataRead> bareMessage() {
        return message(null, null);
    }

    private DomainEventMessage<PersonalDataRead> message(@Nullable String ipAddress, @Nullable String userAgent) {
        PersonalDataRead event = new PersonalDataRead(
                id, read.caller().accountId(), read.kind(), read.id(), read.asOf(), ipAddress, userAgent, at);
        Origin origin = Origin.of(read.caller().tenant(), read.caller().actor());
        String correlation = read.correlationId();
        return new GenericDomainEventMessage<>(
                TYPE,
                id.value(),
                0,
                event,
                (correlation == null ? origin : origin.correlatedWith(correlation)).toMetaData());
    }
}
