package io.chatledger.command.account;

import static io.chatledger.command.CommandSide.CLAIMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.account.AccountCommand.AccountProfile;
import io.chatledger.kernel.account.AccountCommand.DescribeAccount;
import io.chatledger.kernel.account.AccountEvent.AccountRegistered;
import io.chatledger.kernel.account.AccountEvent.EmailClaimed;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.Plan;
import io.chatledger.kernel.tenant.TenantCommand.DescribeMembership;
import io.chatledger.kernel.tenant.TenantCommand.Membership;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private final CommandSide side = new CommandSide(new AccountConfiguration(new Aggregates()));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void makesATenantWithItsFirstMember() {
        RegisterTenant acme = registration("acme", "maria@acme.example");
        side.send(acme);
        assertThat(side.<StreamId>send(new FindHolder(acme.slugClaim()))).isEqualTo(acme.tenantStream());
        assertThat(side.<StreamId>send(new FindHolder(acme.emailClaim()))).isEqualTo(acme.accountId());
        assertThat(side.<AccountProfile>send(new DescribeAccount(acme.accountId())))
                .isEqualTo(new AccountProfile(
                        acme.accountId(), "maria@acme.example", "Maria", "Soto", List.of(acme.tenant())));
        assertThat(side.<Membership>send(new DescribeMembership(acme.tenantStream(), acme.accountId())))
                .isEqualTo(new Membership(
                        acme.tenant(), "acme", "Acme", Plan.free, "America/Santiago", "CLP", Role.owner));
    }

    @Test
    void givesAnEmailAddressToOneAccount() {
        side.send(registration("acme", "maria@acme.example"));
        assertThatThrownBy(() -> side.send(registration("other", "maria@acme.example")))
                .satisfies(refusal -> is(refusal, "email-taken"));
    }

    @Test
    void givesASlugToOneTenantAndKeepsNothingOfTheOther() {
        side.send(registration("acme", "maria@acme.example"));
        int events = side.events().size();
        RegisterTenant late = registration("acme", "juan@acme.example");
        assertThatThrownBy(() -> side.send(late)).satisfies(refusal -> is(refusal, "slug-taken"));
        assertThat(side.events()).hasSize(events);
        assertThat(side.<StreamId>send(new FindHolder(late.emailClaim()))).isNull();
    }

    @Test
    void knowsNoMembershipOfAStranger() {
        RegisterTenant acme = registration("acme", "maria@acme.example");
        RegisterTenant other = registration("other", "juan@other.example");
        side.send(acme);
        side.send(other);
        assertThatThrownBy(() -> side.send(new DescribeMembership(acme.tenantStream(), other.accountId())))
                .satisfies(refusal -> is(refusal, "not-found"));
    }

    @RepeatedTest(3)
    void registersOneOfManyAtOnce() throws Exception {
        List<String> outcomes = CommandSide.atOnce(12, n -> {
            try {
                side.send(registration("acme", "maria@acme.example"));
                return "registered";
            } catch (DomainProblem refused) {
                return refused.code();
            }
        });
        assertThat(outcomes).containsOnlyOnce("registered").containsOnly("registered", "email-taken");
        assertThat(side.events(AccountRegistered.class)).hasSize(1);
    }

    private static RegisterTenant registration(String slug, String email) {
        TenantId tenant = new TenantId(UUID.randomUUID().toString());
        return new RegisterTenant(
                tenant,
                TenantStreamId.ofTenant(tenant),
                CLAIMS.of(TenantId.PLATFORM, SlugClaimed.SLUG, slug),
                AccountId.of(TenantId.PLATFORM, UUID.randomUUID()),
                CLAIMS.of(TenantId.PLATFORM, EmailClaimed.EMAIL, email),
                "Acme",
                slug,
                "America/Santiago",
                "CLP",
                "es",
                email,
                "Maria",
                "Soto",
                Role.owner,
                Instant.parse("2026-11-20T12:00:00Z"));
    }

    private static void is(Throwable refusal, String code) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
