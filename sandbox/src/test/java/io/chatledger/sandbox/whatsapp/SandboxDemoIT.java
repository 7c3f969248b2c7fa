package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

@ExtendWith(OutputCaptureExtension.class)
@SandboxTest
@TestPropertySource(properties = {"chatledger.demo=true", "logging.level.io.chatledger.sandbox=info"})
class SandboxDemoIT {

    private final StandInApi api;
    private final ReceivingWebhooks webhooks;
    private final SandboxDemo demo;

    SandboxDemoIT(@Autowired StandInApi api, @Autowired ReceivingWebhooks webhooks, @Autowired SandboxDemo demo) {
        this.api = api;
        this.webhooks = webhooks;
        this.demo = demo;
    }

    @Test
    void fillsATenantOnceAndSaysHowToSignIn(CapturedOutput output) {
        await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().contains("Demonstration ready"));

        assertThat(output).contains("demo@chatledger.local").doesNotContain("could not be filled");
        List<String> first = List.copyOf(api.calls());
        assertThat(first)
                .startsWith("register aurora", "connect " + SandboxNumber.PHONE_NUMBER_ID)
                .contains("takeover []", "topic [topic]", "notes [text]", "messages", "close []");
        assertThat(webhooks.customers()).hasSize(12).contains("CL.90210000000000001");

        api.calls().clear();
        demo.ready();
        await().atMost(Duration.ofSeconds(20)).until(() -> output.getOut().split("Demonstration ready").length == 3);
        assertThat(api.calls()).containsExactly("register aurora");
    }
}
