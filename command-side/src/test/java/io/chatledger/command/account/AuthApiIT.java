package io.chatledger.command.account;

import static io.chatledger.command.account.AuthClient.json;
import static io.chatledger.command.account.AuthClient.plain;
import static io.chatledger.command.account.AuthClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class AuthApiIT {

    private static final AuthServer SERVER = new AuthServer("http://127.0.0.1:8080");

    private final AuthClient client = new AuthClient(SERVER.http());
    private final Map<String, Object> company = AuthServer.company();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void registersAndSignsIn() throws Exception {
        MockHttpServletResponse answer = client.post("register", company, plain());
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("Event-Position")).isNotNull();
        assertThat(answer.getCookies()).isEmpty();
        assertThat(json(answer)).containsKeys("accessToken", "refreshToken", "expiresIn", "tenant", "account");
        assertThat(client.post("login", login("correct horse"), plain()).getStatus())
                .isEqualTo(200);
    }

    @Test
    void signsInWhateverTheCaseOfTheAddress() throws Exception {
        client.post("register", company, plain());
        Map<String, Object> shouted = new HashMap<>(login("correct horse"));
        shouted.computeIfPresent("email", (key, value) -> value.toString().toUpperCase(Locale.ROOT));
        assertThat(client.post("login", shouted, plain()).getStatus()).isEqualTo(200);
    }

    @Test
    void saysTheSameOfAWrongPasswordAStrangerAndAForeignTenant() throws Exception {
        client.post("register", company, plain());
        Map<String, Object> other = AuthServer.company();
        client.post("register", other, plain());
        Map<String, Object> elsewhere = new HashMap<>(login("correct horse"));
        elsewhere.put("tenant", Objects.requireNonNull(other.get("slug")));
        Map<String, Object> nowhere = new HashMap<>(login("correct horse"));
        nowhere.put("tenant", "no-such-tenant");
        refused(client.post("login", login("wrong horse"), plain()), 401, "bad-credentials");
        refused(client.post("login", elsewhere, plain()), 401, "bad-credentials");
        refused(client.post("login", nowhere, plain()), 401, "bad-credentials");
        refused(
                client.post("login", Map.of("email", "nobody@acme.example", "password", "correct horse"), plain()),
                401,
                "bad-credentials");
    }

    @Test
    void refusesASecondCompanyWithTheSameAddress() throws Exception {
        client.post("register", company, plain());
        refused(client.post("register", company, plain()), 409, "email-taken");
        assertThat(client.post("login", login("correct horse"), plain()).getStatus())
                .isEqualTo(200);
    }

    @Test
    void registersOnceUnderOneKey() throws Exception {
        String key = "register-" + company.get("slug");
        UnaryOperator<MockHttpServletRequestBuilder> once = request -> request.header("Idempotency-Key", key);
        Map<String, Object> first = json(client.post("register", company, once));
        Map<String, Object> again = json(client.post("register", company, once));
        assertThat(again.get("account")).isEqualTo(first.get("account"));
        assertThat(client.post("login", login("correct horse"), plain()).getStatus())
                .isEqualTo(200);
        Map<String, Object> changed = new HashMap<>(company);
        changed.put("password", "another horse");
        refused(client.post("register", changed, once), 422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "email", "password", "firstName", "lastName"})
    void wantsEveryFieldOfARegistration(String field) throws Exception {
        Map<String, Object> partial = new HashMap<>(company);
        partial.remove(field);
        assertThat(json(client.post("register", partial, plain()))).containsEntry("field", field);
        partial.put(field, " ");
        assertThat(json(client.post("register", partial, plain()))).containsEntry("field", field);
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus",
        "currency, XYZ",
        "currency, clp",
        "locale, de",
        "slug, A B",
        "password, short",
        "password, qwerty12345"
    })
    void refusesWhatCannotBe(String field, String value) throws Exception {
        Map<String, Object> wrong = new HashMap<>(company);
        wrong.put(field, value);
        refused(client.post("register", wrong, plain()), 400, "invalid-request");
    }

    @Test
    void makesASlugThatCanBeSignedInWith() throws Exception {
        Map<String, Object> unnamed = new HashMap<>(company);
        unnamed.remove("slug");
        unnamed.put("company", "Clínica de la Santísima Trinidad y Compañía Limitada");
        Map<String, Object> session = json(client.post("register", unnamed, plain()));
        Map<String, Object> login = new HashMap<>(login("correct horse"));
        login.put("tenant", ((Map<?, ?>) Objects.requireNonNull(session.get("tenant"))).get("slug"));
        assertThat(client.post("login", login, plain()).getStatus()).isEqualTo(200);
    }

    private Map<String, Object> login(String password) {
        return Map.of("email", Objects.requireNonNull(company.get("email")), "password", password);
    }
}
