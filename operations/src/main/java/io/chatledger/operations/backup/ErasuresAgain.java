package io.chatledger.operations.backup;

import io.chatledger.command.contact.RepeatedErasures;
import io.chatledger.kernel.contact.ContactId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Forgets again, before the first request is taken, whom a restored backup has brought back. */
final class ErasuresAgain implements SmartLifecycle {

    /** In the data folder, put there by a restore. */
    static final String FILE = "erasures-to-apply.jsonl";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger LOG = LoggerFactory.getLogger(ErasuresAgain.class);
    private static final int AFTER_AXON = -400;

    private final Path file;
    private final RepeatedErasures erasures;
    private volatile boolean running;

    ErasuresAgain(Path dataDir, RepeatedErasures erasures) {
        this.file = dataDir.resolve(FILE);
        this.erasures = erasures;
    }

    /** @throws IllegalStateException so that nobody is shown who must not be */
    @Override
    public void start() {
        running = true;
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Set<ContactId> forgotten = read();
            long again = forgotten.stream()
                    .filter(contact -> erasures.erase(contact, forgotten))
                    .count();
            Files.move(file, file.resolveSibling("erasures-applied.jsonl"), StandardCopyOption.REPLACE_EXISTING);
            LOG.info("{} persons were forgotten again, of {} that ever were", again, forgotten.size());
        } catch (IOException unreadable) {
            throw new IllegalStateException("persons to be forgotten again cannot be read from " + file, unreadable);
        }
    }

    private Set<ContactId> read() throws IOException {
        Set<ContactId> forgotten = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file)) {
            try {
                forgotten.add(new ContactId(
                        JSON.readValue(line, ErasureLedger.Line.class).contact()));
            } catch (JacksonException cutShort) {
                LOG.warn("A line of {} cannot be read; it was cut short, and stands there once more", file);
            }
        }
        return forgotten;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_AXON;
    }
}
