package io.chatledger.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Strangers may ask for health as often as they like. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    static BeanPostProcessor watchedHealth() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HealthIndicator indicator
                        ? new WatchedHealth(indicator, System::nanoTime, WatchedHealth.MOMENT)
                        : bean;
            }
        };
    }
}
