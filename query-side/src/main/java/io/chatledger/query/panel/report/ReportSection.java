package io.chatledger.query.panel.report;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a business's numbers are: how the panel leads there. */
@Configuration(proxyBeanMethods = false)
class ReportSection {

    @Bean
    PanelSection reportPanelSection() {
        return PanelSection.of("report", "/panel/metrics", PanelGroup.insight, 20, "chart")
                .needing("reports.read")
                .withPast();
    }
}
