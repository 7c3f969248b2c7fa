package io.chatledger.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP being written, and what its manifest has to say of its files. */
final class ArchiveFile implements AutoCloseable {

    /** @param sha256 hexadecimal */
    record Member(long bytes, String sha256) {}

    /** Writes a file of the archive. */
    interface Content {
        void write(Sink sink) throws IOException;
    }

    private final ZipOutputStream zip;
    private final Map<String, Member> members = new LinkedHashMap<>();

    ArchiveFile(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** What has been written so far. */
    Map<String, Member> members() {
        return Map.copyOf(members);
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Sink sink = new Sink();
        content.write(sink);
        zip.closeEntry();
        members.put(name, new Member(sink.bytes, HexFormat.of().formatHex(sink.digest.digest())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts and hashes what goes into a file. */
    final class Sink {

        private final MessageDigest digest = sha256();
        private long bytes;

        void write(String text) throws IOException {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            bytes += encoded.length;
            digest.update(encoded);
            zip.write(encoded);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
