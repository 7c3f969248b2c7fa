package io.chatledger.command.webhook;

import io.chatledger.vault.DataKey;
import io.chatledger.vault.SecretVault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Raw bodies as the journal keeps them: sealed, each for its own row. A body that was removed is empty. */
@Component
class JournalBodies {

    private final DataKey key;

    JournalBodies(SecretVault vault) {
        this.key = vault.dataKey("webhook-journal");
    }

    byte[] seal(UUID id, byte[] body) {
        return key.seal(bound(id), body);
    }

    /** @param row with {@code id}, {@code body} and {@code sealed} */
    byte[] open(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        boolean open = body.length == 0 || !row.getBoolean("sealed");
        return open ? body : key.open(bound(row.getObject("id", UUID.class)), body);
    }

    byte[] sealNames(UUID id, byte[] names) {
        return key.seal(boundNames(id), names);
    }

    byte[] openNames(UUID id, byte[] names) {
        return key.open(boundNames(id), names);
    }

    private static String boundNames(UUID id) {
        return "webhook-journal/names\n" + id;
    }

    private static String bound(UUID id) {
        return "webhook-journal\n" + id;
    }
}
