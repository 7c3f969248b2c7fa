package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BlackeningTest {

    private final Blackening blackening = new Blackening(Set.of("5511"));

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

    private String blackened(String body) {
        return new String(blackening.of(body.replace('\'', '"').getBytes(UTF_8)), UTF_8).replace('"', '\'');
    }
}
