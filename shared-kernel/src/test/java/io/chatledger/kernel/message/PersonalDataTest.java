package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errs on the safe side: what sounds like a person must be marked, here or around it. */
class PersonalDataTest {

    private static final Set<String> SOUND_LIKE_A_PERSON = Set.of(
            "email",
            "firstName",
            "lastName",
            "text",
            "content",
            "identity",
            "phone",
            "recipient",
            "address",
            "providerMessageId",
            "contextMessageId");

    /** A component of an event, or of a value inside one. */
    record Part(String feature, String path, RecordComponent component, boolean insideMarked) {

        boolean soundsLikeAPerson() {
            String name = component.getName();
            return SOUND_LIKE_A_PERSON.contains(name) || (name.equals("name") && feature.equals("contact"));
        }

        boolean marked() {
            return insideMarked || component.isAnnotationPresent(PersonalData.class);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    @ParameterizedTest
    @MethodSource
    void whatSoundsLikeAPersonIsMarked(Part part) {
        assertThat(part.marked()).as(part.path()).isTrue();
    }

    static Stream<Part> whatSoundsLikeAPersonIsMarked() {
        return Features.builtIn().registry().all().entrySet().stream()
                .flatMap(event -> parts(event.getKey(), event.getValue(), false))
                .filter(Part::soundsLikeAPerson);
    }

    private static Stream<Part> parts(String path, Class<?> type, boolean insideMarked) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            String feature = path.substring(0, path.indexOf('.'));
            Part part = new Part(feature, path + "." + component.getName(), component, insideMarked);
            Stream<Part> inside = component.getType().isRecord()
                    ? parts(part.path(), component.getType(), part.marked())
                    : Stream.of();
            return Stream.concat(Stream.of(part), inside);
        });
    }
}
