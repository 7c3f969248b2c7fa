package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BlackeningTest {

    private static final TenantId TENANT = new TenantId("11111111-1111-1111-1111-111111111111");

    private final Blackening blackening = new Blackening(TENANT, Set.of("5511", "5511987654321"));

    @Test
    void takesOutTheElementsThatNameThePersonAndLeavesTheOthers() {
        assertThat(blackened("{'id':'w','contacts':[{'wa_id':'5511','profile':{'name':'Zoila'}},{'wa_id':'5522'}],"
                        + "'messages':[{'from':'5522','text':{'body':'Soy otra'}},{'from':'5511'}],"
                        + "'statuses':[{'recipient_id':'5511'}]}"))
                .isEqualTo("{'id':'w','contacts':[{'wa_id':'5522'}],"
                        + "'messages':[{'from':'5522','text':{'body':'Soy otra'}}],'statuses':[]}");
    }

    @Test
    void takesAnElementInsideAnotherOnly() {
        assertThat(blackened("{'messages':[{'from':'5522','contacts':[{'phone':'5511'},{'phone':'5533'}]}]}"))
                .isEqualTo("{'messages':[{'from':'5522','contacts':[{'phone':'5533'}]}]}");
    }

    @Test
    void knowsANumberThatIsNoText() {
        assertThat(blackened("{'messages':[{'from':5511},{'from':55110}]}")).isEqualTo("{'messages':[{'from':55110}]}");
    }

    @Test
    void leavesNothingOfABodyThatIsAllAboutThePerson() {
        assertThat(blackened("{'customer':'5511','items':[]}")).isEmpty();
        assertThat(blackened("not JSON, but about 5511")).isEmpty();
    }

    @Test
    void takesANumberOfSomebodyElsesCardHoweverItIsWritten() {
        assertThat(blackened("{'messages':[{'from':'5522','contacts':[{'phones':[{'phone':'+55 (11) 98765-4321'},"
                        + "{'phone':'+55 11 1111-4321'}]}]}]}"))
                .isEqualTo("{'messages':[{'from':'5522','contacts':[{'phones':[{'phone':'+55 11 1111-4321'}]}]}]}");
    }

    @Test
    void leavesWhatIsSaidToOthers() {
        String theirs = "{'number':'2','messages':[{'from':'5511'}]}";
        assertThat(blackened("{'changes':[{'number':'1','messages':[{'from':'5511'}]}," + theirs + "]}"))
                .isEqualTo("{'changes':[{'number':'1','messages':[]}," + theirs + "]}");
    }

    @Test
    void ofABodyThatIsNotSaidToBeTheTenantsOnlyWhatIsForItsNumbersIsTaken() {
        String body = "{'other':'5511','changes':[{'number':'1','messages':[{'from':'5511'}]}]}";
        assertThat(blackened(body, false)).isEqualTo("{'other':'5511','changes':[{'number':'1','messages':[]}]}");
        assertThat(blackened("not JSON, but about 5511", false)).isEqualTo("not JSON, but about 5511");
    }

    @Test
    void looksCloselyWhereTheEndOfTheNumberStands() {
        assertThat(blackening.isConceivable("call +55 11 98765-4321")).isTrue();
        assertThat(blackening.isConceivable("call +55 11 98765-4322")).isFalse();
    }

    private String blackened(String body) {
        return blackened(body, true);
    }

    private String blackened(String body, boolean whole) {
        byte[] left = blackening.of(body.replace('\'', '"').getBytes(UTF_8), whole, BlackeningTest::owners);
        return new String(left, UTF_8).replace('"', '\'');
    }

    private static Optional<Set<TenantId>> owners(JsonNode node) {
        return Optional.ofNullable(node.get("number"))
                .map(number -> number.asString().equals("1") ? Set.of(TENANT) : Set.of());
    }
}
