package io.chatledger.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A start whose only purpose is that the JDK learns what a start needs ({@code -XX:AOTCacheOutput}): once the
 * application is ready it asks itself for what everybody asks first, and ends. On a data folder of its own, with
 * {@code --chatledger.rehearsal=true}.
 */
@Component
@ConditionalOnProperty("chatledger.rehearsal")
final class Rehearsal {

    private static final List<String> FIRST_ASKED = List.of("/actuator/health", "/login");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ApplicationContext application;

    Rehearsal(ApplicationContext application) {
        this.application = application;
    }

    @EventListener(ApplicationReadyEvent.class)
    void end() throws IOException, InterruptedException {
        String here = "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : FIRST_ASKED) {
                client.send(
                        HttpRequest.newBuilder(URI.create(here + path))
                                .timeout(LONGEST)
                                .build(),
                        BodyHandlers.discarding());
            }
        }
        System.exit(SpringApplication.exit(application));
    }
}
