package io.chatledger.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A finite number; Jackson would take "NaN" and "Infinity" as text, too. */
final class StrictNumber extends StdScalarDeserializer<Double> {

    StrictNumber(Class<Double> type) {
        super(type);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isNumeric()) {
            return (Double) context.handleUnexpectedToken(getValueType(context), parser);
        }
        double number = parser.getDoubleValue();
        return Double.isFinite(number)
                ? number
                : (Double) context.handleWeirdNumberValue(handledType(), 0, "out of range");
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return handledType() == double.class ? context.reportInputMismatch(this, "a number is needed") : null;
    }
}
