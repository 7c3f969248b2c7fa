package io.chatledger.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.message.Origin;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.springframework.stereotype.Component;

/** What decides, what folds and what answers keep to themselves. */
@AnalyzeClasses(packages = "io.chatledger", importOptions = DoNotIncludeTests.class)
class PurityTest {

    private static final String KERNEL = "io.chatledger.kernel..";
    private static final String PROJECTION = "io.chatledger.projection..";
    private static final String QUERY = "io.chatledger.query..";

    /** Whoever executes folds; all other packages fold. */
    private static final DescribedPredicate<JavaClass> EXECUTES = resideInAnyPackage(
            "io.chatledger.projection.deadletter..",
            "io.chatledger.projection.live..",
            "io.chatledger.projection.rebuild..",
            "io.chatledger.projection.asof..");

    private static final DescribedPredicate<JavaClass> FOLDS =
            resideInAPackage(PROJECTION).and(not(EXECUTES)).as("fold");

    /** The name of a stream, and what the command says of it, are the same whenever they are asked for. */
    private static final DescribedPredicate<JavaClass> SETTLED =
            type(IdentityClaims.class).or(type(NewStreams.class));

    private static final DescribedPredicate<JavaClass> HARMLESS = resideInAnyPackage(
            KERNEL,
            "java.lang..",
            "java.nio.charset..",
            "java.time..",
            "java.util..",
            "jakarta.validation.constraints..",
            "org.axonframework..",
            "org.jspecify..");

    @ArchTest
    static void whatDecidesSeesNothingOfTheWorld(JavaClasses all) {
        DescribedPredicate<JavaClass> decide = new Deciding(all);
        DescribedPredicate<JavaClass> port =
                describe("are ports", seen -> Deciding.outermost(seen).isInterface());
        DescribedPredicate<JavaClass> plain =
                describe("are plain", seen -> seen.getBaseComponentType().isPrimitive());
        classes()
                .that(decide)
                .should()
                .onlyDependOnClassesThat(decide.or(HARMLESS)
                        .or(SETTLED)
                        .or(plain)
                        .or(port.and(resideInAPackage("io.chatledger..")))
                        .as("decide, are ports, or are of the kernel, Axon or the JDK"))
                .check(all);
    }

    @ArchTest
    static void decisionsAreRepeatable(JavaClasses all) {
        repeatable(new Deciding(all), all).check(all);
    }

    /** So that its kind says that it decides. */
    @ArchTest
    static final ArchRule springMakesNothingThatDecides = noMethods()
            .that()
            .areMetaAnnotatedWith(CommandHandler.class)
            .or()
            .areMetaAnnotatedWith(EventSourcingHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .areMetaAnnotatedWith(Component.class);

    @ArchTest
    static final ArchRule whatEvolvesIsSeenByNobodyElse = methods()
            .that()
            .areMetaAnnotatedWith(EventSourcingHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .arePackagePrivate();

    @ArchTest
    static void foldsAreRepeatable(JavaClasses all) {
        repeatable(FOLDS, all).check(all);
    }

    /** But for the origin, which numbers what comes from outside. */
    @ArchTest
    static void whatAllSidesSpeakIsRepeatable(JavaClasses all) {
        repeatable(resideInAPackage(KERNEL).and(not(type(Origin.class))), all).check(all);
    }

    @ArchTest
    static void projectionsOnlyWatch(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(PROJECTION)
                .should()
                .dependOnClassesThat(commands(all))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework.commandhandling..",
                        "java.net.http..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "com.stripe..")
                .check(all);
    }

    @ArchTest
    static void queriesNeverSeeCommands(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat(commands(all))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework.commandhandling..")
                .check(all);
    }

    /** The families of what some handler of commands takes, whatever they are called. */
    private static DescribedPredicate<JavaClass> commands(JavaClasses all) {
        Set<JavaClass> families = all.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.isMetaAnnotatedWith(CommandHandler.class))
                .map(unit -> Deciding.outermost(unit.getRawParameterTypes().getFirst()))
                .collect(toSet());
        return describe("are commands", type -> families.contains(Deciding.outermost(type)));
    }

    private static ArchRule repeatable(DescribedPredicate<JavaClass> kind, JavaClasses all) {
        return noClasses()
                .that(kind)
                .should()
                .accessTargetWhere(new Surprise(all))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class);
    }
}
