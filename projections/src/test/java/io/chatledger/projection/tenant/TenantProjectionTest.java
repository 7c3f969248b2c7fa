package io.chatledger.projection.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.Plan;
import io.chatledger.kernel.tenant.TenantEvent;
import io.chatledger.kernel.tenant.TenantEvent.MemberJoined;
import io.chatledger.kernel.tenant.TenantEvent.TenantRegistered;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Facts;
import io.chatledger.readmodel.generated.tables.records.TenantViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TenantProjection projection = new TenantProjection();
    private final TenantEvent registered =
            new TenantRegistered(Facts.TENANT, "Ñandú", "nandu", Plan.free, "America/Santiago", "CLP", "es", NOON);

    @Test
    void knowsTheClocksOfATenant() {
        TenantViewRecord row = Facts.fold(projection, List.of(registered));
        assertThat(projection.ids(registered))
                .containsExactly(Facts.TENANT.value())
                .containsExactly(row.getId());
        assertThat(row.getTenantId()).isEqualTo(Facts.TENANT.value());
        assertThat(row.getTimeZone()).isEqualTo("America/Santiago");
        assertThat(row.getName()).isEqualTo("Ñandú");
    }

    @Test
    void membersAreNoneOfItsBusiness() {
        AccountId account = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());
        assertThat(projection.ids(new MemberJoined(Facts.TENANT, account, Role.owner, NOON)))
                .isEmpty();
    }
}
