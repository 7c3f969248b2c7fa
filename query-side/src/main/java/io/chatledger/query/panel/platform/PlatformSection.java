package io.chatledger.query.panel.platform;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What whoever runs the installation looks at: how the panel leads there. */
@Configuration(proxyBeanMethods = false)
class PlatformSection {

    @Bean
    PanelSection platformPanelSection() {
        return PanelSection.of("platform", "/panel/admin/projections", PanelGroup.installation, 90, "server")
                .needing("platform.projections");
    }
}
