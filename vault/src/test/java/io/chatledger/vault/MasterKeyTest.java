package io.chatledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MasterKeyTest {

    @Test
    void hasThirtyTwoBytes() {
        assertThat(MasterKey.of(new byte[32]).key().getAlgorithm()).isEqualTo("AES");
        assertThatThrownBy(() -> MasterKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNothingOfItself() {
        assertThat(MasterKey.of(new byte[32])).hasToString("MasterKey[hidden]");
    }
}
