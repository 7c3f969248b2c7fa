package io.chatledger.operations.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Appends each checkpoint to a file, one a line, so that copies can leave the machine. */
final class CheckpointFile implements Consumer<Checkpoint> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    /** The checkpoint is stored already: a full disk must not take it back, and it can be had over HTTP. */
    @Override
    public synchronized void accept(Checkpoint checkpoint) {
        byte[] line = (JSON.writeValueAsString(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        } catch (IOException failure) {
            LOG.warn("A checkpoint could not be copied to {}: {}", file, failure.toString());
        }
    }
}
