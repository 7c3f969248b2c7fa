package io.chatledger.operations.backup;

import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * Writes down beside the backups who was forgotten: a backup from before still holds the person's key, so whoever
 * restores it has to forget them again. Ids only, nothing of the person.
 */
@ProcessingGroup("automation.erasure-ledger")
@DisallowReplay
class ErasureLedger {

    private final Path file;

    ErasureLedger(BackupFolder folder) {
        this.file = folder.erasures();
    }

    /** One more time does no harm: whoever is forgotten already stays so. */
    @EventHandler
    void on(ContactErased event) {
        String line = ErasuresAgain.JSON.writeValueAsString(new Line(
                        event.contactId().tenant().value(), event.contactId().value(), event.at()))
                + "\n";
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC)) {
            channel.write(StandardCharsets.UTF_8.encode(line));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param contact the whole stream id */
    record Line(String tenant, String contact, Instant at) {}
}
