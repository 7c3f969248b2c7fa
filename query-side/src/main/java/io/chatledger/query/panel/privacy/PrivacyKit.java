package io.chatledger.query.panel.privacy;

import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import io.chatledger.query.privacy.RetentionView;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of retention, for whoever may change them and whoever may not, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class PrivacyKit {

    @Bean
    KitPart privacyKitPart() {
        return new KitPart(
                "privacy",
                List.of(),
                Map.of("retention", new RetentionView(90, 365, null), "never", new RetentionView(3650, null, null)));
    }
}
