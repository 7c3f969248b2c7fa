package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PanelSectionsTest {

    private static final PanelSection INBOX = PanelSection.of("inbox", "/panel", PanelGroup.daily, 10, "inbox")
            .needing("conversations.read")
            .withPast();
    private static final PanelSection AUDIT = PanelSection.of("audit", "/panel/audit", PanelGroup.insight, 40, "ledger")
            .needing("audit.read");
    private static final PanelSection PHONE =
            PanelSection.of("phone", "/phone", PanelGroup.tools, 5, "device").openingApart();

    private final PanelSections sections = new PanelSections(List.of(AUDIT, PHONE, INBOX));

    @Test
    void aVisitorIsLedOnlyToWhatTheRoleMaySee() {
        assertThat(led(Role.agent)).containsExactly("phone", "inbox");
        assertThat(led(Role.auditor)).containsExactly("phone", "inbox", "audit");
        assertThat(sections.of(Optional.empty()).sections()).isEmpty();
    }

    @Test
    void groupsWithoutSectionsAreNotShown() {
        assertThat(sections.of(Optional.of(caller(Role.agent))).groups())
                .extracting(PanelNavigation.Group::name)
                .containsExactly("daily", "tools");
    }

    @Test
    void ofManyTheFourMostUsedArePickedAndNoneThatLeadsAway() {
        List<PanelSection> many = IntStream.range(0, 20)
                .mapToObj(i -> PanelSection.of("s" + i, "/panel/s" + i, PanelGroup.setup, 100 - i, "x"))
                .toList();
        PanelNavigation navigation = new PanelSections(
                        Stream.concat(many.stream(), Stream.of(PHONE)).toList())
                .of(Optional.of(caller(Role.agent)));

        assertThat(navigation.mostUsed()).extracting(PanelSection::name).containsExactly("s19", "s18", "s17", "s16");
    }

    @Test
    void theInnermostSectionSaysWhetherAPageHasAPast() {
        assertThat(sections.havePast("/panel")).isTrue();
        assertThat(sections.havePast("/panel?q=a")).isTrue();
        assertThat(sections.havePast("/panel/conversations/1")).isTrue();
        assertThat(sections.havePast("/panel/audit/changes")).isFalse();
        assertThat(sections.havePast("/panels")).isFalse();
        assertThat(sections.havePast("/phone")).isFalse();
    }

    private List<String> led(Role role) {
        return sections.of(Optional.of(caller(role))).sections().stream()
                .map(PanelSection::name)
                .toList();
    }

    private static Caller caller(Role role) {
        return new Caller(
                new TenantId("shop"),
                AccountId.of(TenantId.PLATFORM, UUID.randomUUID()),
                role,
                Features.builtIn().permissions().of(role),
                UUID.randomUUID());
    }
}
