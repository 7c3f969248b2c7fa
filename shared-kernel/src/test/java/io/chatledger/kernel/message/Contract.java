package io.chatledger.kernel.message;

import io.chatledger.kernel.Features;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The approved JSON of one event at today's revision, and the event that it is the JSON of. */
record Contract(String name, int revision, boolean minimal, Object sample) {

    static final Path FOLDER = Folders.MODULE.resolve("src/test/resources/contracts");

    private static final JsonMapper JSON = new JsonMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    /** One contract for each registered event, and a second one where it has parts that may be null. */
    static Stream<Contract> all() {
        EventRegistry registry = Features.builtIn().registry();
        return registry.all().values().stream().flatMap(type -> of(named(registry, type), type));
    }

    static Stream<Contract> ofRevision1() {
        return all().filter(contract -> contract.revision == 1);
    }

    static EventRegistry.Named named(EventRegistry registry, Class<?> type) {
        return Objects.requireNonNull(registry.nameOf(type), type::getName);
    }

    private static Stream<Contract> of(EventRegistry.Named named, Class<?> type) {
        Contract full = new Contract(named.name(), named.revision(), false, Samples.full(type));
        Contract minimal = new Contract(named.name(), named.revision(), true, Samples.minimal(type));
        return full.sample.equals(minimal.sample) ? Stream.of(full) : Stream.of(full, minimal);
    }

    Path file() {
        return FOLDER.resolve(name + "." + revision + (minimal ? ".minimal" : "") + ".json");
    }

    /** What is written today, in the order in which it is written. */
    String json() {
        String written = new EventSerializer(Features.builtIn().registry())
                .serialize(sample, String.class)
                .getData();
        return pretty(written);
    }

    String approved() {
        return pretty(read(file()));
    }

    void approveIfMissing() {
        if (Files.notExists(file())) {
            try {
                Files.writeString(file(), json());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String pretty(String json) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return JSON.writer().with(printer).writeValueAsString(JSON.readTree(json)) + "\n";
    }

    @Override
    public String toString() {
        return file().getFileName().toString();
    }
}
