package io.chatledger.sandbox.whatsapp;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The documented rules for buttons, lists and links. Catalogue, flow and other kinds are taken as they come. */
final class InteractiveRules {

    private InteractiveRules() {}

    static void check(JsonNode interactive) {
        String type = Check.text(interactive, "type", 64, "interactive");
        Check.optionalText(interactive.path("footer"), "text", 60, "interactive['footer']");
        Check.optionalText(interactive.path("header"), "text", 60, "interactive['header']");
        switch (type) {
            case "button" -> {
                body(interactive, 1024);
                buttons(action(interactive).path("buttons"));
            }
            case "list" -> {
                body(interactive, 4096);
                list(action(interactive));
            }
            case "cta_url" -> {
                body(interactive, 1024);
                JsonNode parameters = Check.object(action(interactive), "parameters", "interactive['action']");
                Check.text(parameters, "display_text", 20, "parameters");
                Check.text(parameters, "url", 2000, "parameters");
            }
            default -> action(interactive);
        }
    }

    private static JsonNode action(JsonNode interactive) {
        return Check.object(interactive, "action", "interactive");
    }

    private static void body(JsonNode interactive, int most) {
        Check.text(Check.object(interactive, "body", "interactive"), "text", most, "interactive['body']");
    }

    private static void buttons(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > 3) {
            throw GraphProblem.notValid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        }
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            JsonNode reply = Check.object(button, "reply", "buttons");
            unique(ids, Check.text(reply, "id", 256, "reply"), "id");
            unique(titles, Check.text(reply, "title", 20, "reply"), "title");
        }
    }

    private static void list(JsonNode action) {
        Check.text(action, "button", 20, "interactive['action']");
        JsonNode sections = action.path("sections");
        if (!sections.isArray() || sections.isEmpty() || sections.size() > 10) {
            throw GraphProblem.notValid("Invalid sections count. Min allowed sections: 1, Max allowed sections: 10");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode section : sections) {
            if (sections.size() > 1) {
                Check.text(section, "title", 24, "section");
            }
            section.path("rows").forEach(row -> row(row, ids));
        }
        if (ids.isEmpty() || ids.size() > 10) {
            throw GraphProblem.notValid("Total row count must be between 1 and the max allowed count: 10");
        }
    }

    private static void row(JsonNode row, Set<String> ids) {
        unique(ids, Check.text(row, "id", 200, "row"), "id");
        Check.text(row, "title", 24, "row");
        Check.optionalText(row, "description", 72, "row");
    }

    private static void unique(Set<String> seen, String value, String what) {
        if (!seen.add(value)) {
            throw GraphProblem.notValid("Duplicated " + what + ": '" + value + "'");
        }
    }
}
