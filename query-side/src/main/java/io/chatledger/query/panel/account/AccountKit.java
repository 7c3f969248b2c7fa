package io.chatledger.query.panel.account;

import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class AccountKit {

    @Bean
    KitPart accountKitPart() {
        return new KitPart("account", List.of("account/account.css"), Map.of());
    }
}
