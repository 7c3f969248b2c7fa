package io.chatledger.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.chatledger.kernel.message.Origin;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.axonframework.modelling.command.AggregateIdentifier;

/** What decides, what folds and what answers keep to themselves. */
@AnalyzeClasses(packages = "io.chatledger", importOptions = DoNotIncludeTests.class)
class PurityTest {

    private static final String KERNEL = "io.chatledger.kernel..";
    private static final String PROJECTION = "io.chatledger.projection..";
    private static final String QUERY = "io.chatledger.query..";

    private static final DescribedPredicate<JavaClass> AGGREGATE = describe(
            "are aggregates",
            type -> type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));

    private static final DescribedPredicate<JavaClass> RULE = describe(
            "are rules", type -> type.isRecord() && type.tryGetMethod("verify").isPresent());

    private static final DescribedPredicate<JavaClass> DECIDES = AGGREGATE.or(RULE);

    /** Whoever executes folds; all other packages fold. */
    private static final DescribedPredicate<JavaClass> EXECUTES = resideInAnyPackage(
            "io.chatledger.projection.deadletter..",
            "io.chatledger.projection.live..",
            "io.chatledger.projection.rebuild..",
            "io.chatledger.projection.asof..");

    private static final DescribedPredicate<JavaClass> FOLDS =
            resideInAPackage(PROJECTION).and(not(EXECUTES)).as("fold");

    private static final DescribedPredicate<JavaClass> COMMANDS =
            describe("are commands", type -> type.getName().matches("io\\.chatledger\\.kernel\\..*Command(\\$.*)?"));

    private static final Set<String> SURPRISES =
            Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID", "systemUTC");

    private static final DescribedPredicate<JavaAccess<?>> SURPRISE = describe(
            "gives another answer each time",
            access -> access.getTargetOwner().getPackageName().startsWith("java.")
                    && SURPRISES.contains(access.getName()));

    /** They see Axon, the kernel, the JDK and what lies next to them. */
    @ArchTest
    static void aggregatesAndRulesSeeNothingButTheirFeature(JavaClasses all) {
        Set<String> features =
                all.that(DECIDES).stream().map(JavaClass::getPackageName).collect(toSet());
        for (String feature : features) {
            classes()
                    .that(DECIDES)
                    .and()
                    .resideInAPackage(feature)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            feature,
                            KERNEL,
                            "java.lang..",
                            "java.nio.charset..",
                            "java.time..",
                            "java.util..",
                            "org.axonframework..",
                            "org.jspecify..")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule aggregatesAndRulesAreSeenByNobodyElse =
            classes().that(DECIDES).should().bePackagePrivate();

    /** With all that they reach on their side, whatever it is called. */
    @ArchTest
    static void decisionsAreRepeatable(JavaClasses all) {
        Set<JavaClass> reached = reachedFrom(all.that(DECIDES));
        repeatable(describe("decide", reached::contains)).check(all);
    }

    @ArchTest
    static final ArchRule foldsAreRepeatable = repeatable(FOLDS);

    @ArchTest
    static final ArchRule foldsReachNothingOutside = noClasses()
            .that(FOLDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..");

    /** But for the origin, which numbers what comes from outside. */
    @ArchTest
    static final ArchRule whatAllSidesSpeakIsRepeatable =
            repeatable(resideInAPackage(KERNEL).and(not(type(Origin.class))));

    @ArchTest
    static final ArchRule projectionsOnlyWatch = noClasses()
            .that()
            .resideInAPackage(PROJECTION)
            .should()
            .dependOnClassesThat(COMMANDS)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework.commandhandling..",
                    "java.net.http..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "com.stripe..");

    @ArchTest
    static final ArchRule queriesNeverSeeCommands = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(COMMANDS)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.commandhandling..");

    private static Set<JavaClass> reachedFrom(Iterable<JavaClass> first) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        first.forEach(open::add);
        while (!open.isEmpty()) {
            JavaClass next = open.pop();
            if (next.getPackageName().startsWith("io.chatledger.command") && reached.add(next)) {
                next.getDirectDependenciesFromSelf().forEach(dependency -> open.add(dependency.getTargetClass()));
            }
        }
        return reached;
    }

    private static ArchRule repeatable(DescribedPredicate<JavaClass> kind) {
        return noClasses()
                .that(kind)
                .should()
                .accessTargetWhere(SURPRISE)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class);
    }
}
