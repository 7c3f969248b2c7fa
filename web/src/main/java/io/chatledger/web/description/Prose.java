package io.chatledger.web.description;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A description in paragraphs, of which parts are code; as CommonMark has it between backticks. */
record Prose(List<List<Run>> paragraphs) {

    /** A part of a paragraph. */
    record Run(String text, boolean code) {}

    static Prose of(String markdown) {
        return new Prose(Stream.of(markdown.strip().split("\n\\s*\n"))
                .map(paragraph -> runs(paragraph.replaceAll("\\s+", " ").strip()))
                .filter(runs -> !runs.isEmpty())
                .toList());
    }

    private static List<Run> runs(String paragraph) {
        List<Run> runs = new ArrayList<>();
        boolean code = false;
        for (String part : paragraph.split("`", -1)) {
            if (!part.isEmpty()) {
                runs.add(new Run(part, code));
            }
            code = !code;
        }
        return runs;
    }
}
