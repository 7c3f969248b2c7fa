package io.chatledger.app.description;

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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What features tell their metrics apart by: parameters of questions, fields of answers. */
record MetricDimensions(List<Dimension> dimensions) implements OperationCustomizer, ModelConverter {

    private static final String QUESTIONS = "/api/v1/metrics/{name}";
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
            if (defined != null) {
                defined.setAdditionalProperties(null);
                dimensions.forEach(one -> defined.addProperty(
                        one.name(), new StringSchema().description("Of the metric's dimension " + one.name() + ".")));
            }
        }
        return schema;
    }
}
