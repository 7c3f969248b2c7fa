package io.chatledger.command.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import io.chatledger.command.account.RefreshTokens.Issued;
import io.chatledger.command.account.RefreshTokens.Reuse;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RefreshTokensIT {

    private static final TenantId ACME = new TenantId("acme");

    private final AccountId maria = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final SessionRegister sessions = new SessionRegister(StoreDatabase.shared(), () -> now);
    private final RefreshTokens tokens = new RefreshTokens(StoreDatabase.shared(), () -> now);
    private final KnownSession session = sessions.open(maria, ACME, Role.owner, false);
    private final String first = tokens.issue(session);

    private Optional<String> rotate(String token) {
        return use(token, Reuse.THEFT).map(Issued::token);
    }

    private Optional<Issued> use(String token, Reuse reuse) {
        Optional<Issued> next = tokens.rotate(token);
        if (next.isEmpty()) {
            tokens.stolen(token, reuse).ifPresent(sessions::end);
        }
        return next;
    }

    @Test
    void leadsFromOneTokenToTheNext() {
        Issued second = use(first, Reuse.THEFT).orElseThrow();
        assertThat(second.session()).isEqualTo(session.id());
        assertThat(second.token()).isNotEqualTo(first);
        assertThat(rotate(second.token())).isPresent();
    }

    @Test
    void keepsHashesOnly() {
        assertThat(JdbcClient.create(StoreDatabase.shared())
                        .sql("select count(*) from refresh_token where token_hash = ? or family::text = ?")
                        .params(first.getBytes(UTF_8), first)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void endsTheWholeFamilyWhereATokenIsUsedTwice() {
        String second = rotate(first).orElseThrow();
        assertThat(rotate(first)).isEmpty();
        assertThat(rotate(second)).isEmpty();
    }

    @Test
    void endsTheSessionWhereATokenIsUsedTwice() {
        rotate(first);
        assertThat(sessions.find(session.id())).isPresent();
        rotate(first);
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void isWorthNothingOnceTheSessionHasEnded() {
        sessions.end(session.id());
        assertThat(rotate(first)).isEmpty();
    }

    @RepeatedTest(20)
    void isNotRenewedWhileTheSessionEnds() throws Exception {
        CommandSide.atOnce(2, n -> {
            if (n == 0) {
                sessions.end(session.id());
            } else {
                rotate(first);
            }
            return n;
        });
        assertThat(JdbcClient.create(StoreDatabase.shared())
                        .sql("select count(*) from refresh_token where family = ?")
                        .param(session.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As far as anybody can tell, nothing was stolen. */
    @Test
    void aTokenThatComesTooLateForItselfOrItsSessionIsNoTheft() {
        assertThat(tokens.stolen(first, Reuse.THEFT)).isEmpty();
        String second = rotate(first).orElseThrow();
        assertThat(tokens.stolen(first, Reuse.THEFT)).contains(session.id());

        now = now.plus(SessionRegister.idle(false));
        assertThat(tokens.rotate(second)).isEmpty();
        assertThat(tokens.stolen(second, Reuse.THEFT)).isEmpty();
        assertThat(tokens.stolen(first, Reuse.THEFT)).isEmpty();
        assertThat(sessions.end(session.id())).isEmpty();
    }

    @Test
    void leavesOtherFamiliesAlone() {
        String elsewhere = tokens.issue(sessions.open(maria, ACME, Role.owner, false));
        rotate(first);
        rotate(first);
        assertThat(rotate(elsewhere)).isPresent();
    }

    @Test
    void onlyRefusesAnotherTabThatIsALittleLate() {
        String second = rotate(first).orElseThrow();
        now = now.plusSeconds(29);
        assertThat(use(first, Reuse.MAYBE_A_TAB)).isEmpty();
        assertThat(rotate(second)).isPresent();
    }

    @Test
    void doesNotBelieveInATabThatIsHalfAMinuteLate() {
        String second = rotate(first).orElseThrow();
        now = now.plusSeconds(30);
        assertThat(use(first, Reuse.MAYBE_A_TAB)).isEmpty();
        assertThat(rotate(second)).isEmpty();
    }

    @Test
    void isGoodForThirtyDays() {
        now = now.plus(Duration.ofDays(30)).minusSeconds(1);
        assertThat(rotate(first)).isPresent();
    }

    @Test
    void isTooOldAfterThirtyDays() {
        now = now.plus(Duration.ofDays(30));
        assertThat(rotate(first)).isEmpty();
    }

    @Test
    void sweepsItsOwnFamilysOldTokens() {
        String second = rotate(first).orElseThrow();
        now = now.plus(Duration.ofDays(29));
        String third = rotate(second).orElseThrow();
        now = now.plus(Duration.ofDays(2));
        rotate(third);
        assertThat(JdbcClient.create(StoreDatabase.shared())
                        .sql("select count(*) from refresh_token where account_id = ?")
                        .param(maria.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void knowsNothingOfAForeignToken() {
        assertThat(rotate("made up")).isEmpty();
        assertThat(rotate(first)).isPresent();
    }

    @Test
    void endsWithTheSession() {
        String second = rotate(first).orElseThrow();
        sessions.end(session.id());
        assertThat(rotate(second)).isEmpty();
    }

    @RepeatedTest(5)
    void isUsedByOneOfManyAtOnceAndThenByNobody() throws Exception {
        List<Optional<String>> next = CommandSide.atOnce(8, n -> rotate(first));
        assertThat(next.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(next.stream().flatMap(Optional::stream).map(this::rotate)).containsExactly(Optional.empty());
    }

    @RepeatedTest(5)
    void servesOneOfManyTabsAtOnce() throws Exception {
        List<Optional<Issued>> next = CommandSide.atOnce(8, n -> use(first, Reuse.MAYBE_A_TAB));
        List<Issued> served = next.stream().flatMap(Optional::stream).toList();
        assertThat(served).hasSize(1);
        assertThat(rotate(served.getFirst().token())).isPresent();
    }
}
