package io.chatledger.query.panel.audit;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The auditor's pages: how the panel leads there. */
@Configuration(proxyBeanMethods = false)
class AuditSection {

    @Bean
    PanelSection auditPanelSection() {
        return PanelSection.of("audit", "/panel/audit", PanelGroup.insight, 40, "ledger")
                .needing("audit.read");
    }
}
