package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.ParcelEvent.ParcelLost;
import io.chatledger.kernel.message.ParcelEvent.ParcelSent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class EventUpcastersTest {

    private static final EventRegistry PARCELS = new EventRegistry(Map.of("parcel", List.of(ParcelEvent.class)));
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");

    private static final RevisionUpcaster TO_GRAMS =
            new RevisionUpcaster("parcel.ParcelSent", 1, EventUpcastersTest::toGrams);
    /** Reads what revision 2 brought, so it fails on a parcel that is still at revision 1. */
    private static final RevisionUpcaster TO_COUNTRY = new RevisionUpcaster(
            "parcel.ParcelSent",
            2,
            json -> json.put("country", json.required("grams").asLong() > 9_000 ? "AR" : "CL"));

    private final EventUpcasterChain chain = EventUpcasters.chain(List.of(TO_GRAMS, TO_COUNTRY));

    @Test
    void revision1GoesThroughEveryStep() {
        assertThat(read(1, "{'parcel':'p-1','kilograms':2.5,'at':'2026-03-01T09:30:00Z'}", chain))
                .isEqualTo(new ParcelSent("p-1", 2500, "CL", AT));
    }

    @Test
    void revision2GoesThroughTheLastStep() {
        assertThat(read(2, "{'parcel':'p-2','grams':9001,'at':'2026-03-01T09:30:00Z'}", chain))
                .isEqualTo(new ParcelSent("p-2", 9001, "AR", AT));
    }

    @Test
    void todaysRevisionIsReadAsItIs() {
        assertThat(read(3, "{'parcel':'p-3','grams':9001,'country':'PE','at':'2026-03-01T09:30:00Z'}", chain))
                .isEqualTo(new ParcelSent("p-3", 9001, "PE", AT));
    }

    @Test
    void stepsAreTakenInOrderOfRevisionHoweverTheyAreListed() {
        EventUpcasterChain reversed = EventUpcasters.chain(List.of(TO_COUNTRY, TO_GRAMS));

        assertThat(read(1, "{'parcel':'p-1','kilograms':10,'at':'2026-03-01T09:30:00Z'}", reversed))
                .isEqualTo(new ParcelSent("p-1", 10_000, "AR", AT));
    }

    @Test
    void otherEventsOfTheFamilyAreLeftAlone() {
        StoredJson lost =
                new StoredJson("parcel.ParcelLost", 1, "{\"parcel\":\"p-4\",\"at\":\"2026-03-01T09:30:00Z\"}");

        assertThat(lost.read(PARCELS, chain)).isEqualTo(new ParcelLost("p-4", AT));
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#ofRevision1")
    void theSystemsOwnChainLeavesEventsOfTodaysRevisionAlone(Contract contract) {
        StoredJson stored = new StoredJson(contract.name(), 1, contract.json());

        assertThat(stored.read(Features.builtIn().registry(), Features.builtIn().upcasters()))
                .isEqualTo(contract.sample());
    }

    /** Which channels they were is then only known from elsewhere. */
    @Test
    void aMergeOfTheFirstRevisionNamesNoChannels() {
        Path file = Contract.FOLDER.resolve("contact.ContactMerged.1.json");
        StoredJson stored = new StoredJson("contact.ContactMerged", 1, Contract.read(file));

        assertThat(stored.read(Features.builtIn().registry(), Features.builtIn().upcasters()))
                .isInstanceOfSatisfying(
                        ContactMerged.class,
                        merged -> assertThat(merged.channels()).isEmpty());
    }

    @Test
    void everyLowerRevisionOfEveryEventHasExactlyOneStep() {
        EventRegistry registry = Features.builtIn().registry();
        Stream<String> needed = registry.all().values().stream().flatMap(type -> lowerRevisions(registry, type));

        assertThat(Features.builtIn().all())
                .flatMap(Feature::upcasters)
                .map(step -> step.name() + "." + step.revision())
                .containsExactlyInAnyOrderElementsOf(needed.toList());
    }

    private static Stream<String> lowerRevisions(EventRegistry registry, Class<?> type) {
        EventRegistry.Named named = Contract.named(registry, type);
        return IntStream.range(1, named.revision()).mapToObj(revision -> named.name() + "." + revision);
    }

    private static Object read(int revision, String json, EventUpcasterChain upcasters) {
        return new StoredJson("parcel.ParcelSent", revision, json.replace('\'', '"')).read(PARCELS, upcasters);
    }

    private static void toGrams(ObjectNode json) {
        json.put("grams", Math.round(json.required("kilograms").asDouble() * 1000));
        json.remove("kilograms");
    }
}
