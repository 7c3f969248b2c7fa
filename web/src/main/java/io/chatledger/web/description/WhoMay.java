package io.chatledger.web.description;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.permission.RolePermissions;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says who may make a call, by what is enforced. */
final class WhoMay implements OperationCustomizer {

    static final String WHO = "x-allowed";
    static final String PERMISSION = "x-permission";
    static final String TOKEN = "accessToken";

    private final RolePermissions permissions;

    WhoMay(RolePermissions permissions) {
        this.permissions = permissions;
    }

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

    private String who(Allowed allowed) {
        return switch (allowed.to()) {
            case EVERYBODY -> "everybody";
            case PROVIDERS -> "the provider, by its signature";
            case MEMBERS -> "every member of the tenant";
            case HOLDERS -> roles(allowed.value());
        };
    }

    private String roles(String permission) {
        return Stream.of(Role.values())
                .filter(role -> permissions.of(role).contain(permission))
                .map(Role::name)
                .collect(Collectors.joining(", "));
    }
}
