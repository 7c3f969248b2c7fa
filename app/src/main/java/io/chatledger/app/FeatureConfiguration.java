package io.chatledger.app;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.feature.Feature;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The features of this process: those that the kernel lists, and those that are beans. */
@Configuration(proxyBeanMethods = false)
class FeatureConfiguration {

    @Bean
    Features features(ObjectProvider<Feature> further) {
        return Features.builtIn().with(further.orderedStream().toList());
    }
}
