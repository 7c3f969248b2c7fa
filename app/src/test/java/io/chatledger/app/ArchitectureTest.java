package io.chatledger.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.chatledger.kernel.tenant.TenantId;

/** Which room may know which. */
@AnalyzeClasses(
        packages = "io.chatledger",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NotTheRig.class})
class ArchitectureTest {

    /** What tests are built with is no room. */
    static final class NotTheRig implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-rig");
        }
    }

    private static final String KERNEL = "io.chatledger.kernel..";
    private static final String EVENT_STORE = "io.chatledger.eventstore..";
    private static final DescribedPredicate<JavaClass> GENERATED =
            resideInAPackage("io.chatledger.readmodel.generated..");
    private static final String COMMAND = "io.chatledger.command";
    private static final String PROJECTIONS = "io.chatledger.projection";
    private static final String PROJECTION = PROJECTIONS + "..";
    private static final String QUERY = "io.chatledger.query..";

    @ArchTest
    static final ArchRule roomsDependOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernel")
            .definedBy(KERNEL)
            .layer("event-store")
            .definedBy(EVENT_STORE)
            .layer("vault")
            .definedBy("io.chatledger.vault..")
            .layer("command")
            .definedBy(COMMAND + "..")
            .layer("schema")
            .definedBy("io.chatledger.readmodel..")
            .layer("projection")
            .definedBy(PROJECTION)
            .layer("query")
            .definedBy(QUERY)
            .layer("web")
            .definedBy("io.chatledger.web..")
            .layer("sandbox")
            .definedBy("io.chatledger.sandbox..")
            .layer("operations")
            .definedBy("io.chatledger.operations..")
            .layer("app")
            .definedBy("io.chatledger.app..")
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("event-store")
            .mayNotAccessAnyLayer()
            .whereLayer("vault")
            .mayOnlyAccessLayers("kernel")
            .whereLayer("command")
            .mayOnlyAccessLayers("kernel", "event-store", "vault")
            .whereLayer("schema")
            .mayNotAccessAnyLayer()
            .whereLayer("projection")
            .mayOnlyAccessLayers("kernel", "schema", "event-store")
            .whereLayer("query")
            .mayOnlyAccessLayers("kernel", "schema", "event-store")
            .whereLayer("web")
            .mayOnlyAccessLayers("kernel", "event-store", "command", "query")
            .whereLayer("sandbox")
            .mayOnlyAccessLayers("kernel", "schema", "query")
            .whereLayer("operations")
            .mayOnlyAccessLayers("kernel", "event-store", "vault", "command", "projection", "query")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule theKernelKnowsNoFramework = classes()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    KERNEL,
                    "java..",
                    "org.axonframework..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..",
                    "org.jspecify..",
                    "com.google.i18n.phonenumbers..");

    /** It is of use to whoever builds on Axon, without the rest of this house. */
    @ArchTest
    static final ArchRule theEventStoreKnowsNothingOfUs = noClasses()
            .that()
            .resideInAPackage(EVENT_STORE)
            .should()
            .dependOnClassesThat(resideInAPackage("io.chatledger..").and(not(resideInAPackage(EVENT_STORE))));

    /** The contract of a fold knows none of those who execute it, and each of them only what is left of it here. */
    @ArchTest
    static final ArchRule foldsKnowNotWhoExecutesThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("contract")
            .definedBy(PROJECTIONS)
            .layer("deadletter")
            .definedBy(PROJECTIONS + ".deadletter")
            .layer("live")
            .definedBy(PROJECTIONS + ".live")
            .layer("rebuild")
            .definedBy(PROJECTIONS + ".rebuild")
            .layer("asof")
            .definedBy(PROJECTIONS + ".asof")
            .whereLayer("contract")
            .mayNotAccessAnyLayer()
            .whereLayer("deadletter")
            .mayOnlyAccessLayers("contract")
            .whereLayer("live")
            .mayOnlyAccessLayers("contract", "deadletter")
            .whereLayer("rebuild")
            .mayOnlyAccessLayers("contract", "deadletter", "live");

    /** But for whose something is, which every id and message says, and what jOOQ generates. */
    @ArchTest
    static final ArchRule noPackagesKnowEachOther = slices().matching("io.chatledger.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(alwaysTrue(), type(TenantId.class))
            .ignoreDependency(GENERATED, GENERATED);

    @ArchTest
    static final ArchRule whatAClassNeedsIsInItsConstructor = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor = noClasses()
            .that()
            .resideOutsideOfPackage("io.chatledger.readmodel.generated..")
            .should()
            .haveNameMatching(".*[.$]\\w*(Utils?|Helper|Manager|Impl)")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)[A-Z]\\w*");
}
