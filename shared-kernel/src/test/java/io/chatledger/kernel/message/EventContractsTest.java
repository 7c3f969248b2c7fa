package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the JSON of events to what was once approved. With {@code -Dcontracts.approve=true} it first writes the files
 * that are missing; a file that is there is never changed: another shape is another revision, with an upcaster.
 */
class EventContractsTest {

    private static final Pattern FILE = Pattern.compile("(\\w+\\.\\w+)\\.(\\d+)(\\.minimal)?\\.json");

    private final EventRegistry registry = Features.builtIn().registry();

    @BeforeAll
    static void approve() {
        if (Boolean.getBoolean("contracts.approve")) {
            Contract.all().forEach(Contract::approveIfMissing);
        }
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void everyEventHasAContract(Contract contract) {
        assertThat(contract.file())
                .as("for a new event or revision: -Dtest=EventContractsTest -Dcontracts.approve=true")
                .exists();
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void anEventIsWrittenAsApproved(Contract contract) {
        assertThat(contract.json()).isEqualTo(contract.approved());
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void theApprovedJsonIsReadAsTheSameEvent(Contract contract) {
        StoredJson stored = new StoredJson(contract.name(), contract.revision(), contract.approved());

        assertThat(stored.read(registry, Features.builtIn().upcasters())).isEqualTo(contract.sample());
    }

    @ParameterizedTest
    @MethodSource("files")
    void whateverWasApprovedOnceCanStillBeRead(Path file) {
        MatchResult parts = parts(file);
        Class<?> type = registry.classOf(parts.group(1));
        assertThat(type).as("an event in the store has lost its class").isNotNull();

        StoredJson stored = new StoredJson(parts.group(1), Integer.parseInt(parts.group(2)), Contract.read(file));
        assertThat(stored.read(registry, Features.builtIn().upcasters())).isInstanceOf(type);
    }

    @Test
    void noFileIsAheadOfItsEvent() throws IOException {
        List<Path> today = Contract.all().map(Contract::file).toList();

        assertThat(files())
                .allSatisfy(file -> assertThat(today.contains(file) || isOlderThanToday(file))
                        .as(file + " belongs to no event of today and to no earlier revision")
                        .isTrue());
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Contract.FOLDER)) {
            return files.sorted().toList();
        }
    }

    private boolean isOlderThanToday(Path file) {
        Class<?> type = registry.classOf(parts(file).group(1));
        return type != null
                && Integer.parseInt(parts(file).group(2))
                        < Contract.named(registry, type).revision();
    }

    private static MatchResult parts(Path file) {
        return FILE.matcher(file.getFileName().toString())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("not the name of a contract: " + file));
    }
}
