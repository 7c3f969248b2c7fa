package io.chatledger.command.conversation.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.conversation.whatsapp.ErrorReason.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "190,access-token-expired,AUTH",
        "131047,window-closed,WINDOW",
        "131056,recipient-rate-limit,THROTTLE",
        "131016,provider-unavailable,TRANSIENT",
        "131050,marketing-opted-out,OPT_OUT",
        "132015,template-paused,TEMPLATE",
        "299,api-permission-missing,AUTH"
    })
    void namesWhatACodeMeans(int code, String reason, Kind kind) {
        assertThat(ErrorReasons.of(code)).isEqualTo(new ErrorReason(reason, kind));
    }

    @Test
    void hasAReasonForACodeNobodyKnows() {
        assertThat(ErrorReasons.of(999_999)).isEqualTo(new ErrorReason("provider-error", Kind.PERMANENT));
    }
}
