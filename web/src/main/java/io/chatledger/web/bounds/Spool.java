package io.chatledger.web.bounds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds a body: a small one in memory, a larger one in a file that no longer has a name, so that nothing is left. */
final class Spool implements AutoCloseable {

    /** Bytes. */
    static final int IN_MEMORY = 16 * 1024;

    private static final int FIRST = 2 * 1024;

    private final Path folder;
    private byte[] memory = new byte[FIRST];
    private @Nullable FileChannel file;
    private int length;
    private int position;

    /** @param folder where files may be put */
    Spool(Path folder) {
        this.folder = folder;
    }

    int length() {
        return length;
    }

    void write(ByteBuffer chunk) throws IOException {
        int more = chunk.remaining();
        if (file == null && length + more > IN_MEMORY) {
            file = toFile();
        }
        if (file == null) {
            if (length + more > memory.length) {
                memory = Arrays.copyOf(memory, Math.min(IN_MEMORY, Math.max(length + more, 2 * memory.length)));
            }
            chunk.get(memory, length, more);
        } else {
            while (chunk.hasRemaining()) {
                file.write(chunk);
            }
        }
        length += more;
    }

    /** The next part, from the beginning; empty at the end. */
    ByteBuffer read() throws IOException {
        int more = Math.min(IN_MEMORY, length - position);
        ByteBuffer part;
        if (file == null) {
            part = ByteBuffer.wrap(memory, position, more).slice();
        } else {
            part = ByteBuffer.allocate(more);
            while (part.hasRemaining() && file.read(part, position + part.position()) >= 0) {
                continue;
            }
            part.flip();
        }
        position += more;
        return part;
    }

    @Override
    public void close() {
        memory = new byte[0];
        length = 0;
        position = 0;
        if (file != null) {
            try {
                file.close();
            } catch (IOException lost) {
                // Nothing of it is needed any more, and it has no name.
            }
        }
    }

    private FileChannel toFile() throws IOException {
        Path path = Files.createTempFile(folder, "body", null);
        // On Unix the JDK takes the name away as soon as the file is open.
        FileChannel opened = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        ByteBuffer begun = ByteBuffer.wrap(memory, 0, length);
        while (begun.hasRemaining()) {
            opened.write(begun);
        }
        memory = new byte[0];
        return opened;
    }
}
