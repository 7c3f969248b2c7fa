package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.channel.ChannelSecrets;
import io.chatledger.command.channel.EndpointOwnership;
import io.chatledger.command.conversation.MessageGateway;
import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the WhatsApp Cloud API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WhatsAppProperties.class)
public class WhatsAppConfiguration {

    @Bean
    MessageGateway whatsAppCloudGateway(WhatsAppProperties properties, ChannelSecrets secrets) {
        return new WhatsAppCloudGateway(
                new GraphClient(properties), secrets, new SendLimits(TimeMeter.SYSTEM_NANOTIME));
    }

    @Bean
    EndpointOwnership graphNumbers(WhatsAppProperties properties) {
        return new GraphNumbers(new GraphQuestions(new GraphClient(properties)));
    }
}
