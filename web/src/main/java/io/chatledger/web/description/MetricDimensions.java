package io.chatledger.web.description;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.chatledger.kernel.metric.Dimension;
import io.chatledger.query.report.CountedView;
import io.chatledger.query.report.MetricNumbers;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What features tell their metrics apart by: parameters of questions, fields of answers. */
record MetricDimensions(List<Dimension> dimensions) implements OperationCustomizer, ModelConverter {

    private static final String QUESTIONS = "/api/v1/metrics/{name}";
    private static final String ALL = "dimensions";
    private static final Set<Class<?>> ANSWERS = Set.of(MetricNumbers.Item.class, CountedView.class);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Call.isOurs(method) && Call.of(method).path().startsWith(QUESTIONS)) {
            dimensions.forEach(one -> operation.addParametersItem(new QueryParameter()
                    .name(one.name())
                    .description(one.meaning())
                    .required(false)
                    .schema(new StringSchema())));
        }
        return operation;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && ANSWERS.contains(raw)) {
            Schema<?> defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
            if (defined != null && defined.getProperties() != null) {
                eachInAFieldOfItsOwn(defined);
            }
        }
        return schema;
    }

    private void eachInAFieldOfItsOwn(Schema<?> answer) {
        @SuppressWarnings("rawtypes")
        Map<String, Schema> fields = new LinkedHashMap<>();
        answer.getProperties().forEach((name, field) -> {
            if (name.equals(ALL)) {
                dimensions.forEach(one -> fields.put(one.name(), of(one)));
            } else {
                fields.put(name, field);
            }
        });
        answer.setProperties(fields);
        List<String> required = Objects.requireNonNullElse(answer.getRequired(), List.of());
        answer.setRequired(required.stream().filter(name -> !name.equals(ALL)).toList());
        answer.setAdditionalProperties(null);
    }

    private static Schema<?> of(Dimension dimension) {
        return new StringSchema().description("Of the metric's dimension " + dimension + ".");
    }
}
