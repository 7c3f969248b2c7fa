package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.NoteAdded;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonalDataSealsTest {

    private final PadlockSeals seals = new PadlockSeals();
    private final EventSerializer serializer =
            new EventSerializer(Features.builtIn().registry(), seals);

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void everyEventIsReadAsItWasWritten(Contract contract) {
        assertThat(read(contract, written(contract))).isEqualTo(contract.sample());
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void whatWasStoredOpenIsStillRead(Contract contract) {
        assertThat(read(contract, contract.approved())).isEqualTo(contract.sample());
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void openedJsonIsWhatItWouldBeWithoutSeals(Contract contract) {
        JsonNode stored = JsonMapper.shared().readTree(written(contract));

        assertThat(new SealedJson(seals).opened(stored))
                .isEqualTo(JsonMapper.shared().readTree(contract.json()));
    }

    @ParameterizedTest
    @MethodSource("io.chatledger.kernel.message.Contract#all")
    void everyEventOfAnErasedPersonCanBeRead(Contract contract) {
        String stored = written(contract);
        seals.eraseEverybody();

        assertThat(read(contract, stored)).hasSameClassAs(contract.sample());
    }

    @Test
    void whatAnErasedPersonSaidIsGoneAndThatTheySaidItIsNot() {
        Contract contract = of(MessageReceived.class);
        MessageReceived sample = (MessageReceived) contract.sample();
        String stored = written(contract);
        seals.eraseEverybody();

        MessageReceived read = (MessageReceived) read(contract, stored);

        assertThat(read.content().type()).isEqualTo(sample.content().type());
        assertThat(read.content().text()).isNull();
        assertThat(read.content().attributes()).isNull();
        assertThat(read.sequence()).isEqualTo(sample.sequence());
    }

    @Test
    void aNoteThatMustHaveTextHasNone() {
        Contract contract = of(NoteAdded.class);
        String stored = written(contract);
        seals.eraseEverybody();

        assertThat(((NoteAdded) read(contract, stored)).text()).isEmpty();
    }

    @Test
    void aSealMovedToAnotherFieldDoesNotOpen() {
        Contract contract = of(NoteAdded.class);
        String stored = written(contract);
        String moved = PadlockSeals.relabelled(stored, "text", "name");

        assertThat(moved).isNotEqualTo(stored);
        assertThatThrownBy(() -> read(contract, moved)).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsSealedHasAPersonAndCanBeEmpty(Contract contract) {
        assertThat(contract.sample())
                .isInstanceOfSatisfying(
                        Event.class, event -> assertThat(event.person()).isNotNull());
        sealed(contract.sample().getClass())
                .forEach(component -> assertThat(canBeEmpty(component))
                        .as(component + " is sealed, so it must be text or nullable")
                        .isTrue());
    }

    static Stream<Contract> whatIsSealedHasAPersonAndCanBeEmpty() {
        return Contract.all()
                .filter(contract -> !contract.file().toString().contains("minimal"))
                .filter(contract ->
                        sealed(contract.sample().getClass()).findAny().isPresent());
    }

    private static Stream<RecordComponent> sealed(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(PersonalData.class))
                .flatMap(component -> PersonalDataIntrospector.isSealed(component)
                        ? Stream.of(component)
                        : sealed(component.getType()));
    }

    private static boolean canBeEmpty(RecordComponent component) {
        return component.getType() == String.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Contract of(Class<?> event) {
        return Contract.all()
                .filter(contract -> contract.sample().getClass() == event)
                .findFirst()
                .orElseThrow();
    }

    private String written(Contract contract) {
        return serializer.serialize(contract.sample(), String.class).getData();
    }

    private Object read(Contract contract, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                json, String.class, contract.name(), Integer.toString(contract.revision())));
    }
}
