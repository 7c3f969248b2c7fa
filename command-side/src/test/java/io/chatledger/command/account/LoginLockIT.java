package io.chatledger.command.account;

import static io.chatledger.command.account.AuthClient.browser;
import static io.chatledger.command.account.AuthClient.cookie;
import static io.chatledger.command.account.AuthClient.from;
import static io.chatledger.command.account.AuthClient.json;
import static io.chatledger.command.account.AuthClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class LoginLockIT {

    private static final AuthServer SERVER = new AuthServer("http://127.0.0.1:8080");
    private static final String RIGHT = "correct horse";

    private final AuthClient client = new AuthClient(SERVER.http());
    private final Map<String, Object> company = AuthServer.company();
    private final Object email = Objects.requireNonNull(company.get("email"));
    private final String here = address();
    private Cookie device = new Cookie("none", "none");

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @BeforeEach
    void aCompanySignsUp() throws Exception {
        device = cookie(client.post("register", company, browser()), SessionCookies.DEVICE);
    }

    @Test
    void locksAfterFiveWrongPasswordsWhateverTheSixth() throws Exception {
        for (int n = 0; n < 5; n++) {
            refused(login(email, "wrong", here), 401, "bad-credentials");
        }
        refused(login(email, "wrong", here), 429, "locked");
        refused(login(email, RIGHT, here), 429, "locked");
    }

    @Test
    void saysWhenItIsOpenAgainAndIsThen() throws Exception {
        for (int n = 0; n < 5; n++) {
            login(email, "wrong", here);
        }
        Map<?, ?> details = (Map<?, ?>) json(login(email, RIGHT, here)).get("details");
        int seconds =
                (Integer) Objects.requireNonNull(Objects.requireNonNull(details).get("retryAfterSeconds"));
        assertThat(seconds).isBetween(14 * 60, 15 * 60);
        SERVER.now = SERVER.now.plusSeconds(seconds);
        assertThat(login(email, RIGHT, here).getStatus()).isEqualTo(200);
    }

    @Test
    void saysTheSameOfAnAccountThatDoesNotExist() throws Exception {
        String nobody = UUID.randomUUID() + "@nowhere.example";
        for (int n = 0; n < 5; n++) {
            refused(login(nobody, "wrong", here), 401, "bad-credentials");
        }
        refused(login(nobody, "wrong", here), 429, "locked");
    }

    @Test
    void countsAttemptsAtTheSameTimeOneByOne() throws Exception {
        List<Integer> answers = CommandSide.atOnce(12, n -> {
            try {
                return login(email, "wrong", here).getStatus();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(7);
    }

    @Test
    void forgetsWrongPasswordsOnceTheRightOneComes() throws Exception {
        for (int n = 0; n < 8; n++) {
            refused(login(email, "wrong", here), 401, "bad-credentials");
            if (n % 4 == 3) {
                assertThat(login(email, RIGHT, here).getStatus()).isEqualTo(200);
            }
        }
    }

    @Test
    void locksAnAccountThatIsGuessedFromManyAddresses() throws Exception {
        for (int n = 0; n < 20; n++) {
            refused(login(email, "wrong", address()), 401, "bad-credentials");
        }
        refused(login(email, RIGHT, address()), 429, "locked");
    }

    @Test
    void locksAnAddressThatGuessesManyAccounts() throws Exception {
        for (int n = 0; n < 20; n++) {
            refused(login(UUID.randomUUID() + "@acme.example", "wrong", here), 401, "bad-credentials");
        }
        refused(login(email, RIGHT, here), 429, "locked");
        assertThat(login(email, RIGHT, address()).getStatus()).isEqualTo(200);
    }

    @Test
    void countsAWholeNetworkOfIpv6AsOneAddress() throws Exception {
        String network = "2001:db8:" + hex() + ":" + hex();
        for (int n = 0; n < 5; n++) {
            refused(login(email, "wrong", network + ":" + n + "::1"), 401, "bad-credentials");
        }
        refused(login(email, RIGHT, network + ":5::1"), 429, "locked");
    }

    @Test
    void letsThePersonInWhereTheyHaveSignedInBeforeHoweverManyStrangersTry() throws Exception {
        for (int n = 0; n < 20; n++) {
            login(email, "wrong", address());
        }
        assertThat(client.post("login", body(email, RIGHT), browser(device)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void givesAKnownDeviceNoMoreGuessesThanOthers() throws Exception {
        for (int n = 0; n < 5; n++) {
            refused(client.post("login", body(email, "wrong"), browser(device)), 401, "bad-credentials");
        }
        refused(client.post("login", body(email, RIGHT), browser(device)), 429, "locked");
    }

    @Test
    void believesADeviceForItsOwnAccountOnly() throws Exception {
        Map<String, Object> other = AuthServer.company();
        client.post("register", other, browser());
        Object theirs = Objects.requireNonNull(other.get("email"));
        for (int n = 0; n < 20; n++) {
            login(theirs, "wrong", address());
        }
        refused(client.post("login", body(theirs, RIGHT), browser(device)), 429, "locked");
    }

    @Test
    void removesWhatCountsNoMore() throws Exception {
        login(email, "wrong", here);
        SERVER.now = SERVER.now.plus(Duration.ofMinutes(16));
        assertThat(SERVER.attempts().sweep()).isPositive();
        assertThat(SERVER.attempts().sweep()).isZero();
    }

    private MockHttpServletResponse login(Object who, String password, String address) throws Exception {
        return client.post("login", body(who, password), from(address));
    }

    private static Map<String, Object> body(Object who, String password) {
        return Map.of("email", who, "password", password);
    }

    private static String hex() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000));
    }

    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }
}
