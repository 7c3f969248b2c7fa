package io.chatledger.query.panel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Callers;
import io.chatledger.query.Past;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.privacy.RetentionQueries;
import io.chatledger.query.privacy.RetentionView;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

class PrivacyPagesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final PrivacyPages pages = new PrivacyPages(new RetentionQueries(TestDatabase.reads()));

    @AfterEach
    void comeBack() {
        Past.leaveAny();
    }

    @Test
    void whereNobodyHasDecidedTheUsualRulesAreShown() {
        assertThat(shown(Role.owner).get("retention")).isEqualTo(new RetentionView(90, null, null));
    }

    @Test
    void onlyWhoMayChangeTheRulesCan() {
        assertThat(shown(Role.owner).get("mayChange")).isEqualTo(true);
        assertThat(shown(Role.auditor).get("mayChange")).isEqualTo(false);
    }

    @Test
    void nobodyChangesThePast() {
        new Past(Rows.START, new Past.View(UUID.randomUUID(), "public", false), () -> {}).enter();

        assertThat(shown(Role.owner).get("mayChange")).isEqualTo(false);
    }

    private ExtendedModelMap shown(Role role) {
        ExtendedModelMap model = new ExtendedModelMap();
        assertThat(pages.privacy(Callers.of(tenant, role), model)).isEqualTo("panel/privacy/privacy");
        return model;
    }
}
