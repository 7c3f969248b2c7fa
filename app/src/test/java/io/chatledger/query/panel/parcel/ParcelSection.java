package io.chatledger.query.panel.parcel;

import io.chatledger.query.panel.PanelGroup;
import io.chatledger.query.panel.PanelSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How the panel leads to parcels. */
@Configuration(proxyBeanMethods = false)
@Profile("parcel")
class ParcelSection {

    @Bean
    PanelSection parcelPanelSection() {
        return PanelSection.of("parcel", "/panel/parcels", PanelGroup.daily, 40, "parcel")
                .needing("parcels.read")
                .withPast();
    }
}
