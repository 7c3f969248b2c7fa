package io.chatledger.app;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A call that gives another answer each time, at each place, or reaches outside; directly, or at the end of calls within
 * our own code. What lies behind an interface is not followed: that is what ports are for.
 */
final class Surprise extends DescribedPredicate<JavaAccess<?>> {

    private static final Set<String> CALLS = Set.of(
            "now",
            "currentTimeMillis",
            "nanoTime",
            "random",
            "randomUUID",
            "systemUTC",
            "systemDefault",
            "getDefault",
            "defaultCharset",
            "getenv",
            "getProperty",
            "sleep");

    private static final Set<String> OUTSIDE = Set.of(
            "java.io", "java.net", "java.net.http", "java.nio.file", "java.nio.channels", "java.security", "javax.sql");

    private final Set<JavaCodeUnit> surprising = new HashSet<>();

    Surprise(JavaClasses all) {
        super("gives another answer each time, or reaches outside");
        int before;
        do {
            before = surprising.size();
            for (JavaClass type : all) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getAccessesFromSelf().stream().anyMatch(this))
                        .forEach(surprising::add);
            }
        } while (surprising.size() > before);
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return direct(access)
                || access.getTarget()
                        .resolveMember()
                        .filter(surprising::contains)
                        .isPresent();
    }

    private static boolean direct(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.getPackageName().startsWith("java.") && CALLS.contains(access.getName())
                || OUTSIDE.contains(owner.getPackageName())
                || owner.isAssignableTo(InstantSource.class)
                || owner.isAssignableTo(RandomGenerator.class)
                || owner.isEquivalentTo(Date.class);
    }
}
