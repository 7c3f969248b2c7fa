package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ArchiveFileTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatWasWrittenCanBeReadWithAnyZipProgram() throws IOException {
        try (ArchiveFile archive = new ArchiveFile(out)) {
            archive.add("a.txt", sink -> {
                sink.write("Peluquería\n");
                sink.write("Ñuñoa\n");
            });
        }

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry()).hasFieldOrPropertyWithValue("name", "a.txt");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Peluquería\nÑuñoa\n");
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    /** The digests are those of FIPS 180-4 for "abc" and for nothing. */
    @Test
    void itsFilesAreKnownByLengthAndDigest() throws IOException {
        try (ArchiveFile archive = new ArchiveFile(out)) {
            archive.add("abc", sink -> {
                sink.write("a");
                sink.write("bc");
            });
            archive.add("empty", sink -> {});

            assertThat(archive.members().get("abc"))
                    .isEqualTo(new ArchiveFile.Member(
                            3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
            assertThat(archive.members().get("empty"))
                    .isEqualTo(new ArchiveFile.Member(
                            0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        }
    }
}
