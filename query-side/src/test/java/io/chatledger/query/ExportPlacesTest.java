package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class ExportPlacesTest {

    private final ExportPlaces places =
            new ExportPlaces(() -> Optional.of(Callers.of(new TenantId("shop"), new UUID(0, 1), Role.owner)));

    /** Queries, of which one is an export. */
    static class Queries {
        @Export
        void export() {}

        void list() {}
    }

    @Test
    void onlyAnExportTakesAPlace() throws Exception {
        assertThat(taken("export")).isTrue();
        assertThat(taken("list")).isFalse();
    }

    @Test
    void aPlaceIsGivenBackWithTheAnswer() throws Exception {
        for (int n = 0; n < 10; n++) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            places.preHandle(request, new MockHttpServletResponse(), handler("export"));
            places.afterCompletion(request, new MockHttpServletResponse(), handler("export"), null);

            assertThat(Collections.list(request.getAttributeNames())).isEmpty();
        }
    }

    private boolean taken(String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        places.preHandle(request, new MockHttpServletResponse(), handler(query));
        return request.getAttributeNames().hasMoreElements();
    }

    private static HandlerMethod handler(String query) throws NoSuchMethodException {
        return new HandlerMethod(new Queries(), Queries.class.getDeclaredMethod(query));
    }
}
