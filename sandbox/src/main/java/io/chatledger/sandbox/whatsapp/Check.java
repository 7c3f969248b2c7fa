package io.chatledger.sandbox.whatsapp;

import tools.jackson.databind.JsonNode;

/** Small checks of one parameter, with the words in which the Graph API refuses it. */
final class Check {

    private Check() {}

    /** @throws GraphProblem 131008 unless the parent has an object of that name */
    static JsonNode object(JsonNode parent, String name, String where) {
        JsonNode value = parent.path(name);
        if (!value.isObject() || value.isEmpty()) {
            throw GraphProblem.missing("Parameter '" + name + "' is mandatory for " + where);
        }
        return value;
    }

    /** @throws GraphProblem 131008 where it is missing, 100 where it is no text, empty or too long */
    static String text(JsonNode parent, String name, int most, String where) {
        if (parent.path(name).isMissingNode() || parent.path(name).isNull()) {
            throw GraphProblem.missing("Parameter '" + name + "' is mandatory for " + where);
        }
        optionalText(parent, name, most, where);
        String value = parent.path(name).asString();
        if (value.isEmpty()) {
            throw GraphProblem.invalid("Param " + where + "['" + name + "'] must be at least 1 characters long.");
        }
        return value;
    }

    static void optionalText(JsonNode parent, String name, int most, String where) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isString()) {
            throw GraphProblem.invalid("Param " + where + "['" + name + "'] must be a string.");
        }
        String text = value.asString();
        if (text.codePointCount(0, text.length()) > most) {
            throw GraphProblem.invalid(
                    "Param " + where + "['" + name + "'] must be at most " + most + " characters long.");
        }
    }

    static void number(JsonNode parent, String name, double bound, String where) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode()) {
            throw GraphProblem.missing("Parameter '" + name + "' is mandatory for " + where);
        }
        // Meta takes degrees as numbers and as text.
        double number = value.isNumber() ? value.asDouble() : value.asDouble(Double.NaN);
        if (!(Math.abs(number) <= bound)) {
            throw GraphProblem.notValid(
                    "Param " + where + "['" + name + "'] must be between -" + bound + " and " + bound);
        }
    }
}
