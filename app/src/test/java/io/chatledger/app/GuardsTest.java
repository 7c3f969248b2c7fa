package io.chatledger.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** The guards see what is wrong, also where it has no name that says so. */
class GuardsTest {

    private final JavaClasses decides = imported("io.chatledger.command.guarded", "io.chatledger.command.channel");

    @Test
    void aPackageThatFoldsHasNoClock() {
        told(PurityTest::foldsAreRepeatable, imported("io.chatledger.projection.guarded"))
                .hasMessageContaining("Lateness")
                .hasMessageContaining("Instant.now()");
    }

    @Test
    void whatAFoldCallsInOtherRoomsIsRepeatableToo() {
        told(PurityTest::foldsAreRepeatable, imported("io.chatledger.projection.guarded", "io.chatledger.kernel"))
                .hasMessageContaining("Numbering");
    }

    @Test
    void whatARuleReachesIsRepeatableToo() {
        told(PurityTest::decisionsAreRepeatable, decides)
                .hasMessageContaining("LuckMustHold")
                .hasMessageContaining("Dice")
                .hasMessageContaining("randomUUID");
    }

    @Test
    void whatHandlesCommandsIsGivenNothingThatActsOnTheWorld() {
        told(PurityTest::whatDecidesSeesNothingOfTheWorld, decides)
                .hasMessageContaining("Raffle")
                .hasMessageContaining("Commands");
    }

    @Test
    void whatSomebodyHandlesIsACommandWhateverItIsCalled() {
        JavaClasses all = imported(
                "io.chatledger.command.guarded",
                "io.chatledger.projection.guarded",
                "io.chatledger.query.guarded",
                "io.chatledger.kernel.guarded");

        told(PurityTest::projectionsOnlyWatch, all).hasMessageContaining("Watcher");
        told(PurityTest::queriesNeverSeeCommands, all).hasMessageContaining("Asker");
    }

    @Test
    void onlyAdaptersOfProvidersAskOtherFeaturesByTheirPorts() {
        assertThat(told(FeaturesTest.featuresThatDecideMeetInTheKernel, decides))
                .contains("Nosy")
                .contains("Prying")
                .doesNotContain("CarrierAdapter");
    }

    @Test
    void noFeatureIsTiedToOneProvider() {
        assertThat(told(FeaturesTest.featuresThatDecideKnowNoProvider, decides)).contains("Bound");
    }

    @Test
    void packagesThatKnowEachOtherAreFoundInAllRooms() {
        assertThat(told(ArchitectureTest.noPackagesKnowEachOther, decides)).contains("guarded.carrier");
    }

    private static JavaClasses imported(String... packages) {
        return new ClassFileImporter().importPackages(packages);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> told(
            Consumer<JavaClasses> guard, JavaClasses classes) {
        return assertThatThrownBy(() -> guard.accept(classes)).isInstanceOf(AssertionError.class);
    }

    private static String told(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().toString();
    }
}
