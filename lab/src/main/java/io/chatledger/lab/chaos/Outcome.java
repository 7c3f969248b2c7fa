package io.chatledger.lab.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scenario found: figures, and complaints, of which there should be none. */
final class Outcome {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    void figure(String name, Object value) {
        figures.put(name, value);
    }

    /** Something that has to be so. */
    void demand(boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(otherwise);
        }
    }

    boolean passed() {
        return complaints.isEmpty();
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>(figures);
        if (!passed()) {
            json.put("complaints", complaints);
        }
        json.put("passed", passed());
        return json;
    }
}
