package io.chatledger.vault;

import io.chatledger.rig.StoreDatabase;
import java.time.InstantSource;
import java.util.Arrays;

/** Vaults on the real table, each under a master key that a number stands for. */
final class Vaults {

    private Vaults() {}

    static SecretVault under(int key) {
        return new SecretVault(StoreDatabase.shared(), key(key), InstantSource.system());
    }

    static MasterKey key(int number) {
        return MasterKey.of(bytes(number));
    }

    static byte[] bytes(int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }
}
