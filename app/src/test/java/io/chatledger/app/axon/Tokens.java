package io.chatledger.app.axon;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventSerializer;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/** Our token store, for a suite that has to be in Axon's package. */
public final class Tokens {

    private Tokens() {}

    /** @param claim after how long a claim may be stolen; negative for at once */
    public static JdbcTokenStore of(DataSource dataSource, String node, Duration claim) {
        return TokenConfiguration.tokens(
                dataSource, new EventSerializer(Features.builtIn().registry()), node, claim);
    }
}
