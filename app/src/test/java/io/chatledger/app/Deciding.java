package io.chatledger.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.annotation.MessageHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * What decides in the packages of features: every class there that is not of a kind which acts on the world. Such kinds
 * are ports, what Spring makes (APIs, automations, adapters), what is a provider's, and parts that nobody else uses.
 * Whatever handles commands or is evolved by events decides, and so does what nobody but a configuration knows.
 */
final class Deciding extends DescribedPredicate<JavaClass> {

    private static final DescribedPredicate<JavaClass> OF_A_FEATURE = resideInAPackage("io.chatledger.command.*..");

    private final Set<JavaClass> decide = new HashSet<>();

    Deciding(JavaClasses all) {
        super("decide");
        Set<JavaClass> parts = new HashSet<>();
        for (JavaClass type : all) {
            if (OF_A_FEATURE.test(type) && type.isTopLevelClass() && !acts(type)) {
                decide.add(type);
                parts.add(type);
            }
        }
        Map<JavaClass, Set<JavaClass>> users = users(all);
        parts.removeIf(type -> handles(type) || !users.containsKey(type));
        while (parts.removeIf(type -> users.getOrDefault(type, Set.of()).stream()
                .anyMatch(user -> decide.contains(user) && !parts.contains(user)))) {
            // Whoever used what is no part any more is none either.
        }
        decide.removeAll(parts);
    }

    @Override
    public boolean test(JavaClass type) {
        return decide.contains(outermost(type));
    }

    static JavaClass outermost(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static boolean acts(JavaClass type) {
        return type.isInterface() || type.isMetaAnnotatedWith(Component.class) || FeaturesTest.PROVIDER.test(type);
    }

    private static boolean handles(JavaClass type) {
        return type.isAssignableTo(MessageHandlerInterceptor.class)
                || type.getAllMembers().stream().anyMatch(member -> member.isMetaAnnotatedWith(MessageHandler.class));
    }

    /** But for configurations, which know all kinds. */
    private static Map<JavaClass, Set<JavaClass>> users(JavaClasses all) {
        Map<JavaClass, Set<JavaClass>> users = new HashMap<>();
        for (JavaClass type : all) {
            JavaClass user = outermost(type);
            if (!user.isMetaAnnotatedWith(Configuration.class)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(Deciding::outermost)
                        .filter(used -> !used.equals(user))
                        .forEach(used -> users.computeIfAbsent(used, first -> new HashSet<>())
                                .add(user));
            }
        }
        return users;
    }
}
