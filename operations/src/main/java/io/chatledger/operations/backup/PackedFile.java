package io.chatledger.operations.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Puts files into a backup and takes them out again, compressed and checked. */
final class PackedFile {

    private static final int BUFFER = 1 << 16;

    private PackedFile() {}

    /** @return what was read, which need not be what a later look would find */
    static Manifest.Entry pack(String path, InputStream from, Path files) throws IOException {
        Path target = files.resolve(path + ".gz");
        MessageDigest digest = sha256();
        long size;
        try (OutputStream to = new Fast(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
            size = new DigestInputStream(from, digest).transferTo(to);
        }
        force(target);
        return new Manifest.Entry(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** @throws IOException if it is not what the manifest says */
    static void unpack(Manifest.Entry entry, Path files, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        long size;
        try (InputStream from = new DigestInputStream(
                new GZIPInputStream(
                        new BufferedInputStream(Files.newInputStream(files.resolve(entry.path() + ".gz")), BUFFER),
                        BUFFER),
                digest)) {
            size = from.transferTo(to);
        }
        if (size != entry.size() || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw new IOException("the backup of " + entry.path() + " is damaged");
        }
    }

    /** A name in a folder survives a power cut only once the folder itself is written. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream to) throws IOException {
            super(to, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
