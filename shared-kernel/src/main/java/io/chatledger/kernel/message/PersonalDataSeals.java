package io.chatledger.kernel.message;

import io.chatledger.kernel.message.PersonalData.Purpose;
import org.jspecify.annotations.Nullable;

/** Seals personal data under a key of its person, and opens it as long as that key is there. */
public interface PersonalDataSeals {

    /**
     * @param person the stream of the person, such as a contact's; it names the tenant
     * @param field name of the component that the data belongs to
     * @throws io.chatledger.kernel.problem.DomainProblem {@code person-erased}: nothing is recorded of them any more
     */
    byte[] seal(StreamId person, Purpose purpose, String field, byte[] data);

    /**
     * @return the data; null where the person has been erased
     * @throws IllegalStateException if it was sealed for another person, purpose or field, or has been changed
     */
    byte @Nullable [] open(String person, Purpose purpose, String field, byte[] sealed);

    /** The same for whoever reads the history from far back and will ask for the keys of many, one after the other. */
    default PersonalDataSeals readingAhead() {
        return this;
    }
}
