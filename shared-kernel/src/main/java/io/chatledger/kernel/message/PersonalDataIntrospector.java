package io.chatledger.kernel.message;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.json.JsonMapper;

/** Makes a mapper seal what is marked as {@link PersonalData}. */
final class PersonalDataIntrospector extends AnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final ClassValue<Boolean> HAS_MARKED_COMPONENTS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isRecord()
                    && Stream.of(type.getRecordComponents())
                            .anyMatch(component -> component.isAnnotationPresent(PersonalData.class));
        }
    };

    private final transient PersonalDataSeals seals;
    private final transient JsonMapper plain;

    private PersonalDataIntrospector(PersonalDataSeals seals) {
        this.seals = seals;
        this.plain = JsonMapper.builder()
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    static void install(JsonMapper.Builder mapper, PersonalDataSeals seals) {
        // That a person has been erased is a refusal, to be told as it is.
        mapper.disable(SerializationFeature.WRAP_EXCEPTIONS);
        mapper.annotationIntrospector(AnnotationIntrospectorPair.create(
                new PersonalDataIntrospector(seals), mapper.annotationIntrospector()));
    }

    /** Whether the whole component is sealed, and not only parts of it. */
    static boolean isSealed(RecordComponent component) {
        return component.isAnnotationPresent(PersonalData.class) && !HAS_MARKED_COMPONENTS.get(component.getType());
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
        PersonalData mark = mark(annotated);
        return mark == null ? null : new SealingSerializer(seals, plain, mark.purpose(), "");
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
        return mark(annotated) == null ? null : new SealingDeserializer(new SealedJson(seals), plain);
    }

    private static @Nullable PersonalData mark(Annotated annotated) {
        return HAS_MARKED_COMPONENTS.get(annotated.getRawType()) ? null : annotated.getAnnotation(PersonalData.class);
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }
}
