package io.chatledger.sandbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What providers of the sandbox have in common, where {@code chatledger.sandbox.enabled=true}. */
@Configuration(proxyBeanMethods = false)
@OnlyInSandbox
class SandboxConfiguration {

    @Bean
    OwnAddress sandboxOwnAddress(@Value("${chatledger.public-url:}") String publicUrl) {
        return new OwnAddress(publicUrl);
    }
}
