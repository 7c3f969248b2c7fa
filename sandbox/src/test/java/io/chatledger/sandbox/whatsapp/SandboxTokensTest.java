package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTokensTest {

    @Test
    void theFirstTokenThatAsksForANumberIsItsOwn() {
        SandboxTokens tokens = new SandboxTokens(null);
        tokens.mustBeFor("1001", "EAAG-one");
        tokens.mustBeFor("1002", "EAAG-one");
        assertThatThrownBy(() -> tokens.mustBeFor("1001", "EAAG-two"))
                .isInstanceOfSatisfying(GraphProblem.class, no -> {
                    assertThat(no.status()).isEqualTo(400);
                    assertThat(error(no).get("code")).isEqualTo(100);
                    assertThat(error(no).get("error_subcode")).isEqualTo(33);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "EAAG-invalid", "expired_token", "A revoked one"})
    void aTokenThatSaysItIsNoneIsNone(String token) {
        assertThatThrownBy(() -> new SandboxTokens(null).mustBeFor("1001", token))
                .isInstanceOfSatisfying(GraphProblem.class, no -> {
                    assertThat(no.status()).isEqualTo(401);
                    assertThat(error(no).get("code")).isEqualTo(190);
                });
    }

    @Test
    void anAccountHasTheNumbersThatWereLookedForInItFirst() {
        SandboxTokens tokens = new SandboxTokens(null);
        tokens.mustBeFor("1001", "EAAG-one");
        assertThat(tokens.numbersOf("waba-1", "EAAG-one")).containsExactly("1001");
        assertThat(tokens.numbersOf("waba-2", "EAAG-one")).isEmpty();
        assertThat(tokens.numbersOf("waba-1", "EAAG-two")).isEmpty();
    }

    @Test
    void remembersThemWithoutTheTokens(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tokens.tsv");
        SandboxTokens before = new SandboxTokens(file);
        before.mustBeFor("1001", "EAAG-one");
        before.numbersOf("waba-1", "EAAG-one");

        SandboxTokens after = new SandboxTokens(file);
        assertThat(after.numbersOf("waba-1", "EAAG-one")).containsExactly("1001");
        assertThatThrownBy(() -> after.mustBeFor("1001", "EAAG-two")).isInstanceOf(GraphProblem.class);
        assertThat(Files.readString(file)).doesNotContain("EAAG");
    }

    private static Map<?, ?> error(GraphProblem problem) {
        return Objects.requireNonNull((Map<?, ?>) problem.body().get("error"));
    }
}
