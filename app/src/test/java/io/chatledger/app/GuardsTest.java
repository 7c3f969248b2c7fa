package io.chatledger.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The guards see what is wrong, also where it has no name that says so. */
class GuardsTest {

    private final JavaClasses decides =
            new ClassFileImporter().importPackages("io.chatledger.command.guarded", "io.chatledger.command.channel");

    @Test
    void aPackageThatFoldsHasNoClock() {
        JavaClasses folds = new ClassFileImporter().importPackages("io.chatledger.projection.guarded");

        assertThat(told(PurityTest.foldsAreRepeatable, folds)).contains("Lateness", "Instant.now()");
    }

    @Test
    void whatARuleReachesIsRepeatableToo() {
        assertThatThrownBy(() -> PurityTest.decisionsAreRepeatable(decides))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Dice")
                .hasMessageContaining("randomUUID");
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

    private static String told(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().toString();
    }
}
