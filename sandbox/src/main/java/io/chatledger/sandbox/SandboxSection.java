package io.chatledger.sandbox;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from the panel to the phone. */
@Configuration(proxyBeanMethods = false)
@OnlyInSandbox
class SandboxSection {

    @Bean
    PanelSection sandboxPanelSection() {
        return PanelSection.of("sandbox", "/sandbox", PanelGroup.tools, 100, "device")
                .openingApart();
    }
}
