package io.chatledger.sandbox.whatsapp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Exists in the sandbox's own tests only: elsewhere the application itself is there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(prefix = "chatledger.sandbox", name = "alone", havingValue = "true")
@interface StandIn {}
