package io.chatledger.query.panel.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Callers;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.channel.ChannelQueries;
import io.chatledger.query.channel.ChannelView;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ExtendedModelMap;

class ChannelPagesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Caller owner = Callers.of(tenant, Role.owner);
    private final ChannelPages pages = new ChannelPages(new ChannelQueries(TestDatabase.reads()));

    @Test
    void showsTheTenantsNumbersAndWhereWebhooksGo() {
        new Rows(tenant).channel("mine", row -> {});
        new Rows(TestDatabase.newTenant()).channel("theirs", row -> {});
        ExtendedModelMap model = shown(owner);

        assertThat(model.get("channels"))
                .asInstanceOf(list(ChannelView.class))
                .extracting(ChannelView::id)
                .containsExactly("mine");
        assertThat(model.get("callback")).isEqualTo("http://localhost/webhooks/whatsapp");
    }

    @Test
    void onlyWhoMayConnectIsOfferedTheForm() {
        assertThat(shown(owner).get("mayConnect")).isEqualTo(true);
        assertThat(shown(Callers.of(tenant, Role.auditor)).get("mayConnect")).isEqualTo(false);
    }

    private ExtendedModelMap shown(Caller caller) {
        ExtendedModelMap model = new ExtendedModelMap();
        assertThat(pages.channels(caller, new MockHttpServletRequest(), model)).isEqualTo("panel/channel/channels");
        return model;
    }
}
