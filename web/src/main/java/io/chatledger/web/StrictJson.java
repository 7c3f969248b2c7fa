package io.chatledger.web;

import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Takes the bodies that callers send at their word: a value of the wrong type is refused, never converted. Events,
 * tokens and what providers deliver are read with mappers of their own.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    /** No body of the API comes near; what the Cloud API takes as a template has about ten. */
    private static final int DEEPEST = 64;

    /**
     * Names, values, beginnings and ends of one body. A megabyte of empty lists would become twenty of objects; the longest
     * template that the Cloud API takes, ten cards with their buttons, has some hundreds of parts.
     */
    private static final int MOST_PARTS = 5_000;

    @Bean
    JsonFactoryBuilderCustomizer boundedShape() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxTokenCount(MOST_PARTS)
                .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return StrictJson::configure;
    }

    static void configure(JsonMapper.Builder mapper) {
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(tools.jackson.databind.cfg.EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(StrictJson::refuseAll)
                .withCoercionConfig(
                        LogicalType.Float,
                        number -> number.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .addModule(new SimpleModule("strict")
                        .addDeserializer(String.class, new StrictText())
                        .addDeserializer(Instant.class, new StrictInstant())
                        .addDeserializer(Double.class, new StrictNumber(Double.class))
                        .addDeserializer(double.class, new StrictNumber(double.class)));
    }

    private static void refuseAll(MutableCoercionConfig conversions) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            conversions.setCoercion(shape, CoercionAction.Fail);
        }
    }
}
