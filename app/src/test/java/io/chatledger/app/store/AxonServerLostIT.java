package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Unique;
import io.chatledger.rig.axonserver.StandIn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Axon Server is lost between an append and the question where the head is: what is stored is not called failed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxonServerLostIT {

    private static final String RETENTION = "/api/v1/privacy/retention";

    private final StandIn server = new StandIn();
    private final AxonServerApplication application = new AxonServerApplication(server.address());

    @AfterEach
    void tellTheHead() {
        server.withholdHead(false);
    }

    @AfterAll
    void close() {
        application.close();
        server.close();
    }

    @Test
    void aCommandIsAnsweredWithoutAPosition() {
        Client owner = owner(signUp());
        long head = server.log().last();
        server.withholdHead(true);
        long before = System.nanoTime();
        Answer answer = owner.put(RETENTION, Map.of("journalBodiesDays", 7)).expecting(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.header("Event-Position")).isEmpty();
        assertThat(server.log().last()).isEqualTo(head + 1);
    }

    @Test
    void aCompanyThatSignsUpIsSignedIn() {
        server.withholdHead(true);
        Answer answer = signUp();
        assertThat(answer.header("Event-Position")).isEmpty();
        assertThat(answer.string("refreshToken")).isNotEmpty();
    }

    @Test
    void thePositionIsToldAgainOnceItIsKnown() {
        server.withholdHead(true);
        signUp();
        server.withholdHead(false);
        // The log counts from 0, positions from 1; that they signed in is recorded after it.
        assertThat(signUp().header("Event-Position"))
                .isEqualTo(Long.toString(server.log().last()));
    }

    private Answer signUp() {
        return application
                .stranger()
                .post("/api/v1/auth/register", Business.registration(Unique.word() + "@example.com"))
                .expecting(201);
    }

    private Client owner(Answer signedUp) {
        return application.stranger().withToken(signedUp.string("accessToken"));
    }
}
