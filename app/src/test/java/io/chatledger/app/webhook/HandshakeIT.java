package io.chatledger.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeIT {

    private static final String GOOD =
            "hub.mode=subscribe&hub.verify_token=" + RunningApplication.VERIFY_TOKEN + "&hub.challenge=1158201444";

    @Test
    void answersWithTheChallengeAndNothingElse() {
        Answer answer = shake(GOOD).expecting(200);
        assertThat(answer.text()).isEqualTo("1158201444");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1",
                "hub.mode=unsubscribe&hub.verify_token=it-verify-token&hub.challenge=1",
                "hub.mode=subscribe&hub.verify_token=it-verify-token",
                "hub.mode=subscribe&hub.challenge=1",
                ""
            })
    void refusesAnyOther(String query) {
        shake(query).refusedWith(403, "handshake-refused");
    }

    private static Answer shake(String query) {
        return RunningApplication.stranger().get(Webhook.PATH + "?" + query);
    }
}
