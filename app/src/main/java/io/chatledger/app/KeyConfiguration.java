package io.chatledger.app;

import io.chatledger.kernel.problem.StartupFailure;
import io.chatledger.vault.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The master key, and those that it has taken the place of: from the environment or, where the data folder is ours, a
 * file in it that only we can read, the present key in its first line.
 */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private static final int BYTES = 32;

    @Bean
    MasterKey masterKey(
            @Value("${chatledger.master-key:}") String configured,
            @Value("${chatledger.master-key-former:}") String former,
            @Value("${chatledger.data-dir:}") String dataDir,
            @Value("${chatledger.mode:production}") String mode) {
        if (!configured.isBlank()) {
            return parse(configured, List.of(former.split(",")));
        }
        if (!mode.equals("dev") || dataDir.isBlank()) {
            throw new StartupFailure("CHATLEDGER_MASTER_KEY is missing: 32 bytes in base64.");
        }
        try {
            Path file = Path.of(dataDir, "master.key");
            List<String> keys = Files.exists(file) ? Files.readAllLines(file) : List.of(create(file));
            return parse(keys.getFirst(), keys.subList(1, keys.size()));
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

    private static MasterKey parse(String base64, List<String> former) {
        try {
            return MasterKey.of(decode(base64))
                    .inPlaceOf(former.stream()
                            .filter(key -> !key.isBlank())
                            .map(KeyConfiguration::decode)
                            .toList());
        } catch (IllegalArgumentException unusable) {
            throw new StartupFailure(
                    "CHATLEDGER_MASTER_KEY, and each of CHATLEDGER_MASTER_KEY_FORMER, has to be 32 bytes in base64.",
                    unusable);
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }
}
