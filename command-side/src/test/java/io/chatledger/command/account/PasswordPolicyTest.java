package io.chatledger.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> OWN =
            List.of("Librería Quijote", "rocio.benitez@quijote.example", "Rocío", "Benítez");

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "Password123!",
                "P@ssw0rd2026",
                "contraseña1",
                "rocio.benitez@quijote.example",
                "quijote2026",
                "ChatLedger1",
                "passwordpasswordpasswordpasswordpasswordpassword-9f3K"
            })
    void refusesWhatSomebodyWouldTryFirst(String password) {
        assertThatThrownBy(() -> policy.verify(password, OWN))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.details().toString())
                                .contains("password", "easily-guessed")
                                .doesNotContain(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "tres perros azules",
                "zanahoria lunes",
                "x7Kq-92mLp",
                "длинный пароль",
                "4@8({[</3694@8({[</3694@8({[</3694@8({[</369"
            })
    void asksForNoKindsOfCharacter(String password) {
        assertThatCode(() -> policy.verify(password, OWN)).doesNotThrowAnyException();
    }
}
