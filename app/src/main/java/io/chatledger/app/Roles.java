package io.chatledger.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** What this process does: any of {@code command}, {@code projection}, {@code query}. */
final class Roles {

    private static final Set<String> KNOWN = Set.of("command", "projection", "query");

    private Roles() {}

    private static boolean has(ConditionContext context, String role) {
        String configured = context.getEnvironment().getProperty("chatledger.roles", "command,projection,query");
        Set<String> roles = Arrays.stream(configured.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (!KNOWN.containsAll(roles)) {
            throw new IllegalStateException(
                    "CHATLEDGER_ROLES may name command, projection and query; it is: " + configured);
        }
        return roles.contains(role);
    }

    /** Whether this process decides. */
    static final class CommandRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return has(context, "command");
        }
    }

    /** Whether this process projects. */
    static final class ProjectionRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return has(context, "projection");
        }
    }

    /** Whether this process answers. */
    static final class QueryRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return has(context, "query");
        }
    }
}
