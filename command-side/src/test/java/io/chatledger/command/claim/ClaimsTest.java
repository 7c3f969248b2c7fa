package io.chatledger.command.claim;

import static io.chatledger.command.CommandSide.CLAIMS;
import static io.chatledger.command.CommandSide.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.CommandSide;
import io.chatledger.command.claim.Holdings.Change.Give;
import io.chatledger.command.claim.Holdings.Change.Release;
import io.chatledger.command.claim.Holdings.Change.Take;
import io.chatledger.command.claim.Holdings.Change.TakeAsFound;
import io.chatledger.command.claim.Holdings.Change.WasHeld;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactEvent.IdentityReleased;
import io.chatledger.kernel.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ClaimId CLAIM = CLAIMS.of(TENANT, IdentityClaimed.IDENTITY, "phone:56911111111");
    private static final ContactId ANA = ContactId.of(TENANT, new UUID(0, 1));
    private static final ContactId BEA = ContactId.of(TENANT, new UUID(0, 2));

    private final Holdings holdings = new Holdings();

    @AfterEach
    void end() {
        holdings.close();
    }

    @Test
    void whatNobodyHasIsTakenOnce() {
        assertThat(holdings.does(new Take(to(ANA)))).isTrue();
        assertThat(holdings.does(new Take(to(BEA)))).isFalse();
        assertThat(holdings.holder(CLAIM)).isEqualTo(ANA);
        assertThat(holdings.side.events()).containsExactly(to(ANA));
    }

    @RepeatedTest(3)
    void oneOfManyAtOnceTakesIt() throws Exception {
        List<Boolean> taken =
                CommandSide.atOnce(12, n -> holdings.does(new Take(to(ContactId.of(TENANT, new UUID(1, n))))));
        assertThat(taken).containsOnlyOnce(true);
        assertThat(holdings.side.events()).hasSize(1);
    }

    @Test
    void onlyWhatSomebodyHasIsGivenOn() {
        assertThat(holdings.does(new Give(ANA, to(BEA)))).isFalse();
        holdings.does(new Take(to(ANA)));
        assertThat(holdings.does(new Give(BEA, to(BEA)))).isFalse();
        assertThat(holdings.holder(CLAIM)).isEqualTo(ANA);
        assertThat(holdings.does(new Give(ANA, to(BEA)))).isTrue();
        assertThat(holdings.holder(CLAIM)).isEqualTo(BEA);
    }

    /** Whoever did not hear of it would go on as if it were theirs. */
    @Test
    void whatIsNotAsItWasFoundMakesTheDecisionVoid() {
        holdings.does(new TakeAsFound(null, to(ANA)));
        assertThatThrownBy(() -> holdings.does(new TakeAsFound(null, to(BEA))))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> holdings.does(new TakeAsFound(BEA, to(BEA)))).isInstanceOf(ConcurrencyException.class);
        assertThat(holdings.side.events()).containsExactly(to(ANA));
        holdings.does(new TakeAsFound(ANA, to(BEA)));
        assertThat(holdings.holder(CLAIM)).isEqualTo(BEA);
    }

    @Test
    void onlyItsHolderReleasesIt() {
        assertThat(holdings.does(new Release(of(ANA, 7)))).isFalse();
        holdings.does(new Take(to(ANA)));
        assertThat(holdings.does(new Release(of(BEA, 7)))).isFalse();
        assertThat(holdings.does(new Release(of(ANA, 7)))).isTrue();
        assertThat(holdings.holder(CLAIM)).isNull();
        assertThat(holdings.does(new Take(to(BEA)))).isTrue();
    }

    @Test
    void whoGaveItUpIsRememberedWhoeverHasItNow() {
        holdings.does(new Take(to(ANA)));
        holdings.does(new Release(of(ANA, 7)));
        holdings.does(new Take(to(BEA)));
        Possession possession = holdings.possession(CLAIM);
        assertThat(possession.formerAt(7)).isEqualTo(ANA);
        assertThat(possession.formerAt(8)).isNull();
    }

    @Test
    void whatWasSomebodysIsSaidOfFreeOnesOnlyAndOnce() {
        holdings.does(new WasHeld(of(ANA, 7)));
        holdings.does(new WasHeld(of(ANA, 7)));
        assertThat(holdings.side.events()).containsExactly(of(ANA, 7));
        holdings.does(new Take(to(BEA)));
        holdings.does(new WasHeld(of(ANA, 9)));
        assertThat(holdings.possession(CLAIM)).isEqualTo(new Possession(BEA, ANA, 7));
    }

    @Test
    void nobodyHasEverHadWhatIsNotThere() {
        assertThat(holdings.possession(CLAIM)).isSameAs(Possession.NONE);
        assertThat(holdings.holder(CLAIM)).isNull();
    }

    private static IdentityClaimed to(ContactId contact) {
        return new IdentityClaimed(CLAIM, contact, NOW);
    }

    private static IdentityReleased of(ContactId contact, long upToArrival) {
        return new IdentityReleased(CLAIM, contact, upToArrival, NOW);
    }
}
