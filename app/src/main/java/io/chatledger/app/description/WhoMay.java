package io.chatledger.app.description;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says who may make a call, by what is enforced. */
final class WhoMay implements OperationCustomizer {

    static final String WHO = "x-allowed";
    static final String PERMISSION = "x-permission";
    static final String TOKEN = "accessToken";

    private static final AccountId ANYBODY = AccountId.of(TenantId.PLATFORM, new UUID(0, 0));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            return operation;
        }
        operation.addExtension(WHO, who(allowed));
        if (!allowed.value().isEmpty()) {
            operation.addExtension(PERMISSION, allowed.value());
        }
        boolean open = allowed.to() == Allowed.To.EVERYBODY || allowed.to() == Allowed.To.PROVIDERS;
        operation.setSecurity(open ? List.of() : List.of(new SecurityRequirement().addList(TOKEN)));
        return operation;
    }

    private static String who(Allowed allowed) {
        return switch (allowed.to()) {
            case EVERYBODY -> "everybody";
            case PROVIDERS -> "the provider, by its signature";
            case MEMBERS -> "every member of the tenant";
            case HOLDERS -> roles(allowed.value());
        };
    }

    private static String roles(String permission) {
        return Stream.of(Role.values())
                .filter(role -> new Caller(TenantId.PLATFORM, ANYBODY, role).may(permission))
                .map(Role::name)
                .collect(Collectors.joining(", "));
    }
}
