package io.chatledger.query.panel.platform;

import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Projections and dead letters in all their states, as the JSON API tells of them, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class PlatformKit {

    private static final String REBUILD = """
            {"state":"%s","processed":%s,"total":1000000,"eventsPerSecond":51234,"secondsLeft":%s,"reason":%s}""";

    private static final String LETTER = """
            {"id":"%s","processor":"projection.live","projection":%s,"tenant":"cafe-del-sur","sequence":"cafe-del-sur/7",
             "position":321,"eventType":"conversation.MessageReceived",
             "aggregateId":"cafe-del-sur/conversation/5f0c1a52-0000-4000-8000-00000000000a",
             "cause":%s,"parkedAt":"2026-11-20T15:04:05Z","attempts":3,"lettersInSequence":12}""";

    @Bean
    KitPart platformKitPart() {
        return new KitPart(
                "platform",
                List.of("platform/platform.css"),
                List.of("platform/kit.js"),
                Map.of("projections", projections(), "letters", letters()));
    }

    private static String projections() {
        return Stream.of(
                        projection("conversation", "current", "null"),
                        projection("message", "behind", "null"),
                        projection("contact", "rebuilding", REBUILD.formatted("running", "420000", "11", "null")),
                        projection("channel", "current", REBUILD.formatted("done", "1000000", "0", "null")),
                        projection("metric", "current", REBUILD.formatted("cancelled", "420000", "null", "null")),
                        projection(
                                "retention",
                                "stopped",
                                REBUILD.formatted("failed", "420000", "null", "\"an event cannot be read\"")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String projection(String name, String status, String rebuild) {
        return "{\"name\":\"%s\",\"position\":1234000,\"head\":1234567,\"status\":\"%s\",\"rebuild\":%s}"
                .formatted(name, status, rebuild);
    }

    private static String letters() {
        String cause = "{\"type\":\"java.lang.IllegalStateException\",\"message\":\"at MessageProjection.fold\"}";
        return Stream.of(LETTER.formatted("k-1", "\"message\"", cause), LETTER.formatted("k-2", "null", "null"))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
