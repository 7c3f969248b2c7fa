package io.chatledger.query.panel;

import java.util.List;
import java.util.Map;

/**
 * What a feature brings to the sheet of all parts: the fragment {@code kit} of {@code templates/panel/<name>/kit.html},
 * which shows the fragments of its pages in every state.
 *
 * @param styles its stylesheets, as its pages name them
 * @param modules its scripts, where fragments are nothing without them
 * @param samples what the fragments show, by the name that pages give it
 */
public record KitPart(String name, List<String> styles, List<String> modules, Map<String, Object> samples) {

    /** Of fragments that need no script. */
    public KitPart(String name, List<String> styles, Map<String, Object> samples) {
        this(name, styles, List.of(), samples);
    }
}
