package io.chatledger.command.account;

import io.chatledger.command.Commands;
import io.chatledger.command.OnceStored;
import io.chatledger.command.account.AuthRequests.Register;
import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** A slug has 40 characters at most, and seven of a made one keep it apart from others. */
    private static final int LONGEST_BEGINNING = 33;

    private final ApiCommands api;
    private final Commands commands;
    private final Sessions sessions;
    private final Credentials credentials;
    private final PasswordPolicy passwords;
    private final InstantSource clock;

    /** Who has signed up. */
    record Member(AccountId account, TenantId tenant) {}

    SignUp(
            ApiCommands api,
            Commands commands,
            Sessions sessions,
            Credentials credentials,
            PasswordPolicy passwords,
            InstantSource clock) {
        this.api = api;
        this.commands = commands;
        this.sessions = sessions;
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Registers a new tenant whose first account owns it; once only for one idempotency key. */
    Member register(Register body, HttpServletRequest request) {
        RegisterTenant command = prepare(body);
        Origin origin =
                Origin.of(TenantId.PLATFORM, Actor.account(command.accountId().key()));
        Map<String, Object> answer = Map.of(
                "accountId", command.accountId().value(),
                "tenant", command.tenant().value());
        passwords.verify(body.password(), own(body));
        credentials.set(command.accountId(), body.password());
        Map<String, Object> first;
        try {
            first = api.once(request, origin, command, body, answer);
        } catch (DomainProblem refused) {
            // After any other failure the account may be there, and then it needs its password.
            credentials.forget(command.accountId());
            throw refused;
        }
        AccountId account = new AccountId(String.valueOf(first.get("accountId")));
        if (!account.equals(command.accountId())) {
            OnceStored.leaving(
                    "Forgetting the password of a repeated registration",
                    () -> credentials.forget(command.accountId()));
        }
        return new Member(account, new TenantId(String.valueOf(first.get("tenant"))));
    }

    private static List<String> own(Register body) {
        return List.of(body.company(), body.email(), body.firstName(), body.lastName());
    }

    private RegisterTenant prepare(Register request) {
        verifyPlace(request);
        String slug = request.slug() == null ? slugOf(request.company()) : request.slug();
        if (RESERVED.contains(slug)) {
            throw DomainProblem.conflict("slug-taken", "This slug is reserved.");
        }
        return command(new TenantId(UUID.randomUUID().toString()), Role.owner, request, slug);
    }

    private RegisterTenant command(TenantId tenant, Role role, Register request, String slug) {
        return new RegisterTenant(
                tenant,
                TenantStreamId.ofTenant(tenant),
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
        Register request = new Register("ChatLedger", email, password, "Super", "Admin", "platform", null, null, null);
        RegisterTenant command = command(TenantId.PLATFORM, Role.super_admin, request, "platform");
        credentials.set(command.accountId(), password);
        try {
            commands.send(command, Origin.of(TenantId.PLATFORM, Actor.SYSTEM));
        } catch (DomainProblem thereAlready) {
            credentials.forget(command.accountId());
        }
    }

    private static void verifyPlace(Register request) {
        if (request.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(request.timeZone())) {
            throw DomainProblem.invalid("timeZone", "unknown", "There is no such IANA time zone.");
        }
        if (request.currency() != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(request.currency()))) {
            throw DomainProblem.invalid("currency", "unknown", "There is no such ISO 4217 currency.");
        }
    }

    private static String slugOf(String company) {
        String ascii = Normalizer.normalize(company, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("(^-+)|(-+$)", "");
        String cut = slug.length() > LONGEST_BEGINNING
                ? slug.substring(0, LONGEST_BEGINNING).replaceAll("-+$", "")
                : slug;
        // Companies may share a name; only a slug that somebody asked for can be taken.
        String tail = UUID.randomUUID().toString().substring(0, 6);
        return cut.length() < 3 ? "company-" + tail : cut + "-" + tail;
    }

    private static String orElse(@Nullable String value, String absent) {
        return value == null ? absent : value;
    }
}
