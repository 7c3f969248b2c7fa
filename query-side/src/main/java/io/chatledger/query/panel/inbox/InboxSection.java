package io.chatledger.query.panel.inbox;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where customers are answered: how the panel leads there. */
@Configuration(proxyBeanMethods = false)
class InboxSection {

    @Bean
    PanelSection inboxPanelSection() {
        return PanelSection.of("inbox", "/panel", PanelGroup.daily, 10, "inbox")
                .needing("conversations.read")
                .withPast();
    }
}
