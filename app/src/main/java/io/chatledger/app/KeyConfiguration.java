package io.chatledger.app;

import io.chatledger.app.postgres.StartupFailure;
import io.chatledger.command.secret.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The master key: from the environment or, where the data folder is ours, a file in it that only we can read. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private static final int BYTES = 32;

    @Bean
    MasterKey masterKey(
            @Value("${chatledger.master-key:}") String configured,
            @Value("${chatledger.data-dir:}") String dataDir,
            @Value("${chatledger.mode:production}") String mode) {
        if (!configured.isBlank()) {
            return parse(configured);
        }
        if (!mode.equals("dev") || dataDir.isBlank()) {
            throw new StartupFailure("CHATLEDGER_MASTER_KEY is missing: 32 bytes in base64.");
        }
        try {
            Path file = Path.of(dataDir, "master.key");
            return parse(Files.exists(file) ? Files.readString(file).strip() : create(file));
        } catch (IOException unwritable) {
            throw new StartupFailure("The master key cannot be kept in " + dataDir + ".", unwritable);
        }
    }

    private static String create(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key);
        return key;
    }

    private static MasterKey parse(String base64) {
        try {
            return MasterKey.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException unusable) {
            throw new StartupFailure("CHATLEDGER_MASTER_KEY has to be 32 bytes in base64.", unusable);
        }
    }
}
