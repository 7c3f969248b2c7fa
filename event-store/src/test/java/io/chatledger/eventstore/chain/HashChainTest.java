package io.chatledger.eventstore.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final StoredEvent EVENT = new StoredEvent(
            "shop",
            7,
            "0190",
            null,
            "shop/contact/1",
            0,
            "contact.ContactCreated",
            1,
            1_700_000_000_000_001L,
            "{ \"name\": \"Ñandú\" }",
            "{}");

    /** Archives are checked by others, years later: these never change. */
    @Test
    void theHashesOfTheFormAreFixed() {
        byte[] genesis = HashChain.genesis("shop");
        assertThat(HexFormat.of().formatHex(genesis))
                .isEqualTo("62c76c19149e1ecee5cfd6d74056fc31ef0351063021874a9ff720b0efe83493");
        assertThat(HexFormat.of().formatHex(HashChain.link(genesis, EVENT)))
                .isEqualTo("0f02f479ccb63e36892ebc35dd8a406004722f208971dddc1e5127aa5f280ffe");
    }

    @Test
    void tenantsBeginApart() {
        assertThat(HashChain.genesis("shop")).isNotEqualTo(HashChain.genesis("shop2"));
    }

    @Test
    void whatComesBeforeIsPartOfALink() {
        assertThat(HashChain.link(HashChain.genesis("a"), EVENT))
                .isNotEqualTo(HashChain.link(HashChain.genesis("b"), EVENT));
    }
}
