package io.chatledger.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** Whether an answer has the fields and types of another, whatever its values; null stands for a value of any type. */
final class SameShape {

    private SameShape() {}

    static void verify(JsonNode documented, JsonNode real, String at) {
        if (documented.isNull() || real.isNull()) {
            return;
        }
        assertThat(SchemaCheck.type(real)).as("type of %s: %s", at, real).isEqualTo(SchemaCheck.type(documented));
        if (documented.isObject()) {
            assertThat(real.propertyNames())
                    .as("fields of %s", at)
                    .containsExactlyInAnyOrderElementsOf(documented.propertyNames());
            documented.forEachEntry((name, one) -> verify(one, real.get(name), at + "." + name));
        }
        if (documented.isArray() && !documented.isEmpty()) {
            assertThat(real.isEmpty()).as("%s has something", at).isFalse();
            verify(documented.get(0), real.get(0), at + "[0]");
        }
    }
}
