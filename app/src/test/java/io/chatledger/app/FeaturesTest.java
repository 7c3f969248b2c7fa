package io.chatledger.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the features of a room may know of each other. */
@AnalyzeClasses(
        packages = "io.chatledger",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NotTheRig.class})
class FeaturesTest {

    private static final String COMMAND = "io.chatledger.command";
    private static final String PROJECTIONS = "io.chatledger.projection";
    private static final String QUERIES = "io.chatledger.query";
    private static final String PANEL = QUERIES + ".panel";

    /** The ports of a feature are interfaces, with what they answer inside them. */
    static final DescribedPredicate<JavaClass> PORT = describe(
            "are ports",
            type -> type.isInterface()
                    || type.getEnclosingClass().map(JavaClass::isInterface).orElse(false));

    /** A package below a feature's where one of its ports, or that of the journal of webhooks, is served. */
    static final DescribedPredicate<JavaClass> PROVIDER = resideInAPackage(COMMAND + ".*.*..")
            .and(describe(
                    "serve a port",
                    type -> type.getPackage().getClasses().stream()
                            .flatMap(neighbour -> neighbour.getAllRawInterfaces().stream())
                            .anyMatch(resideInAPackage(COMMAND + ".*"))))
            .as("are a provider's");

    /**
     * The adapter of a provider, in a package below its feature's, takes what has come from the journal of webhooks and
     * asks other features by their ports.
     */
    @ArchTest
    static final ArchRule featuresThatDecideMeetInTheKernel = slices().matching(COMMAND + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(COMMAND + ".request", COMMAND + ".claim"))
            .ignoreDependency(PROVIDER, resideInAPackage(COMMAND + ".webhook"))
            .ignoreDependency(PROVIDER, PORT);

    /** A feature is the same whoever provides for it. */
    @ArchTest
    static final ArchRule featuresThatDecideKnowNoProvider =
            noClasses().that().resideInAPackage(COMMAND + ".*").should().dependOnClassesThat(PROVIDER);

    @ArchTest
    static final ArchRule providersKnowNoOther =
            slices().matching(COMMAND + ".(*).(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule whatFeaturesShareKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMMAND + ".*..");

    private static final String[] EXECUTIONS = {
        PROJECTIONS + ".deadletter", PROJECTIONS + ".live", PROJECTIONS + ".rebuild", PROJECTIONS + ".asof"
    };

    @ArchTest
    static final ArchRule projectionsKnowNoOther = slices().matching(PROJECTIONS + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage(EXECUTIONS), resideInAnyPackage(EXECUTIONS));

    @ArchTest
    static final ArchRule whatProjectionsShareKnowsNone = noClasses()
            .that()
            .resideInAPackage(PROJECTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PROJECTIONS + ".*..");

    /** Pages show what several features answer. */
    @ArchTest
    static final ArchRule featuresThatAnswerDoNotKnowEachOther = slices().matching(QUERIES + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(PANEL + ".."), alwaysTrue());

    @ArchTest
    static final ArchRule whatQueriesShareKnowsNone = noClasses()
            .that()
            .resideInAPackage(QUERIES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(QUERIES + ".*..");

    @ArchTest
    static final ArchRule featuresOfThePanelDoNotKnowEachOther =
            slices().matching(PANEL + ".(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theShellKnowsNoFeatureOfThePanel = noClasses()
            .that()
            .resideInAPackage(PANEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PANEL + ".*..");
}
