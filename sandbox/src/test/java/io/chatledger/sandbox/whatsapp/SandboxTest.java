package io.chatledger.sandbox.whatsapp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The sandbox alone on a web server, with a stand-in for the application that it calls. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SandboxTest.Alone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "chatledger.sandbox.enabled=true",
            "chatledger.sandbox.alone=true",
            "chatledger.whatsapp.app-secret=" + SandboxTest.SECRET,
            "spring.main.banner-mode=off",
            "logging.level.root=warn"
        })
@interface SandboxTest {

    String SECRET = "a-secret-of-these-tests";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @ComponentScan("io.chatledger.sandbox")
    @StandIn
    class Alone {}
}
