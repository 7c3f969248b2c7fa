package io.chatledger.web.caller;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.account.Allowed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

class DeclaredPermissionsTest {

    private static final Set<String> KNOWN = Set.of("parcels.read");

    @Test
    void aCallThatTakesWhatNobodyDeclaresIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DeclaredPermissions.check(List.of(call("send")), KNOWN))
                .withMessageContaining("send")
                .withMessageContaining("'parcels.send'");
    }

    @Test
    void callsThatTakeWhatIsDeclaredOrNothingPass() {
        assertThatCode(() -> DeclaredPermissions.check(List.of(call("read"), call("page"), call("webhook")), KNOWN))
                .doesNotThrowAnyException();
    }

    @Test
    void aTopicOrSectionThatTakesWhatNobodyDeclaresIsNamedToo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DeclaredPermissions.check("the section parcels", "parcels.raed", KNOWN))
                .withMessageContaining("the section parcels")
                .withMessageContaining("'parcels.raed'");
        assertThatCode(() -> DeclaredPermissions.check("the section account", null, KNOWN))
                .doesNotThrowAnyException();
    }

    private static HandlerMethod call(String name) throws NoSuchMethodException {
        return new HandlerMethod(new Calls(), Calls.class.getMethod(name));
    }

    private static final class Calls {

        @Allowed("parcels.read")
        public void read() {}

        @Allowed("parcels.send")
        public void send() {}

        @Allowed(to = Allowed.To.PROVIDERS)
        public void webhook() {}

        public void page() {}
    }
}
