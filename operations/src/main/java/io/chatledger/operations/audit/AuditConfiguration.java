package io.chatledger.operations.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.eventstore.chain.CheckpointMaker;
import io.chatledger.vault.SecretVault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys and checkpoints, in every process: each can be asked for one. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    KeyRing checkpointKeys(SecretVault vault, InstantSource clock) {
        return new KeyRing(vault, clock);
    }

    /**
     * Where the events are not in PostgreSQL there is no chain.
     *
     * @param file where checkpoints are copied to; empty for the data folder, and for nowhere where there is none
     */
    @Bean
    @ConditionalOnProperty(name = "chatledger.event-store", havingValue = "postgres", matchIfMissing = true)
    CheckpointMaker checkpointMaker(
            @Qualifier("notaryDataSource") DataSource notary,
            KeyRing keys,
            InstantSource clock,
            @Value("${chatledger.audit.checkpoint-file:}") String file,
            @Value("${chatledger.data-dir:}") String dataDir) {
        return new CheckpointMaker(notary, keys, clock, copies(file, dataDir));
    }

    private static Consumer<Checkpoint> copies(String file, String dataDir) {
        if (!file.isBlank()) {
            return new CheckpointFile(Path.of(file));
        }
        return dataDir.isBlank() ? checkpoint -> {} : new CheckpointFile(Path.of(dataDir, "checkpoints.jsonl"));
    }
}
