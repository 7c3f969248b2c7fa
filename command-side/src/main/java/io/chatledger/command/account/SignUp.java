package io.chatledger.command.account;

import io.chatledger.command.Commands;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantId;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs companies up. */
@Component
class SignUp {

    /** Slugs become subdomains; these are ours. */
    private static final Set<String> RESERVED =
            Set.of("platform", "www", "api", "admin", "app", "panel", "mail", "static", "sandbox", "webhooks");

    private static final int LONGEST_SLUG = 40;

    private final Commands commands;
    private final Sessions sessions;
    private final Credentials credentials;
    private final InstantSource clock;

    SignUp(Commands commands, Sessions sessions, Credentials credentials, InstantSource clock) {
        this.commands = commands;
        this.sessions = sessions;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Prepares a registration of a new tenant whose first account owns it. */
    RegisterTenant prepare(AuthApi.RegisterRequest request) {
        String slug = request.slug() == null ? slugOf(request.company()) : request.slug();
        if (RESERVED.contains(slug)) {
            throw DomainProblem.conflict("slug-taken", "This slug is reserved.");
        }
        TenantId tenant = new TenantId(UUID.randomUUID().toString());
        return command(tenant, Role.owner, request, slug);
    }

    RegisterTenant command(TenantId tenant, Role role, AuthApi.RegisterRequest request, String slug) {
        return new RegisterTenant(
                tenant,
                Tenant.streamOf(tenant),
                sessions.slugClaim(slug),
                AccountId.of(TenantId.PLATFORM, UUID.randomUUID()),
                sessions.emailClaim(request.email()),
                request.company().strip(),
                slug,
                orElse(request.timeZone(), "UTC"),
                orElse(request.currency(), "USD"),
                orElse(request.locale(), "es"),
                request.email().toLowerCase(Locale.ROOT),
                request.firstName().strip(),
                request.lastName().strip(),
                role,
                clock.instant());
    }

    /** The first super-admin, unless there is one by this e-mail address. */
    void ensureSuperAdmin(String email, String password) {
        AuthApi.RegisterRequest request = new AuthApi.RegisterRequest(
                "ChatLedger", email, password, "Super", "Admin", "platform", null, null, null);
        RegisterTenant command = command(TenantId.PLATFORM, Role.super_admin, request, "platform");
        credentials.set(command.accountId(), password);
        try {
            commands.send(command, Origin.of(TenantId.PLATFORM, Actor.SYSTEM));
        } catch (DomainProblem thereAlready) {
            credentials.forget(command.accountId());
        }
    }

    private static String slugOf(String company) {
        String ascii = Normalizer.normalize(company, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("(^-+)|(-+$)", "");
        String cut =
                slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG).replaceAll("-+$", "") : slug;
        // Companies may share a name; only a slug that somebody asked for can be taken.
        String tail = UUID.randomUUID().toString().substring(0, 6);
        return cut.length() < 3 ? "company-" + tail : cut + "-" + tail;
    }

    private static String orElse(@Nullable String value, String absent) {
        return value == null ? absent : value;
    }
}
