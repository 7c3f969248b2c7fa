package io.chatledger.kernel.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.Features;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolePermissionsTest {

    private final RolePermissions permissions = Features.builtIn().permissions();

    @Test
    void anAgentTalksToCustomers() {
        assertThat(of(Role.agent))
                .containsExactly("channels.read", "contacts.read", "conversations.read", "conversations.write");
    }

    @Test
    void anAuditorReadsAndChangesNothing() {
        assertThat(of(Role.auditor))
                .containsExactly(
                        "audit.read",
                        "channels.read",
                        "contacts.export",
                        "contacts.read",
                        "conversations.read",
                        "journal.read",
                        "privacy.read",
                        "reports.read");
    }

    @ParameterizedTest
    @EnumSource(names = {"owner", "admin"})
    void whoRunsATenantMayDoAllButWhatIsThePlatforms(Role role) {
        assertThat(of(role))
                .isNotEmpty()
                .isEqualTo(permissions.known().stream()
                        .filter(name -> !name.startsWith("platform."))
                        .collect(TreeSet::new, Set::add, Set::addAll));
    }

    @Test
    void whoRunsTheInstallationMayDoAll() {
        assertThat(of(Role.super_admin)).isEqualTo(new TreeSet<>(permissions.known()));
    }

    @Test
    void whatNoFeatureDeclaresIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> permissions.of(Role.super_admin).contain("conversation.read"))
                .withMessageContaining("conversation.read");
    }

    @Test
    void aPermissionIsDeclaredOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new RolePermissions(
                        List.of(Permission.of("parcels.read"), Permission.of("parcels.read", Role.agent))))
                .withMessageContaining("parcels.read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "parcels", "Parcels.read", "parcels.*", "parcels.read.all", "platform.parcels"})
    void namesAreOfTwoWordsAndThePlatformsOwnAreItsOwn(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Permission.of(name));
    }

    @Test
    void thePlatformsOwnAreForNobodyElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Permission.ofPlatform("parcels.read"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Permission("platform.parcels", EnumSet.of(Role.super_admin, Role.agent)));
    }

    private TreeSet<String> of(Role role) {
        Permissions granted = permissions.of(role);
        return permissions.known().stream().filter(granted::contain).collect(TreeSet::new, Set::add, Set::addAll);
    }
}
