package io.chatledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class SandboxConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = SandboxConfiguration.class)
    static class Scanning {}

    @Test
    void leavesNothingBehindWhereItIsOff() {
        new WebApplicationContextRunner()
                .withUserConfiguration(Scanning.class)
                .withPropertyValues("chatledger.demo=true")
                .run(context -> assertThat(context.getBeansOfType(Object.class).values())
                        .extracting(bean -> bean.getClass().getPackageName() + "."
                                + bean.getClass().getSimpleName())
                        .filteredOn(name -> name.startsWith("io.chatledger.sandbox"))
                        .containsExactly("io.chatledger.sandbox.Scanning"));
    }
}
