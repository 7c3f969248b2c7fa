package io.chatledger.kernel.message;

import io.chatledger.kernel.message.PersonalData.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Seals that anybody could break: they show that what goes in under a label comes out under the same one only. */
final class PadlockSeals implements PersonalDataSeals {

    private boolean erased;

    void eraseEverybody() {
        erased = true;
    }

    /** The same JSON with everything sealed for one field said to be sealed for another. */
    static String relabelled(String json, String from, String to) {
        StringBuilder changed = new StringBuilder();
        for (String part : json.split("\"", -1)) {
            changed.append(changed.isEmpty() ? "" : "\"").append(relabelledPart(part, from, to));
        }
        return changed.toString();
    }

    private static String relabelledPart(String part, String from, String to) {
        try {
            String opened = new String(Base64.getDecoder().decode(part), StandardCharsets.UTF_8);
            return !opened.contains("|" + from + "|")
                    ? part
                    : Base64.getEncoder()
                            .encodeToString(opened.replace("|" + from + "|", "|" + to + "|")
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return part;
        }
    }

    @Override
    public byte[] seal(StreamId person, Purpose purpose, String field, byte[] data) {
        String label = person + "|" + purpose + "|" + field + "|";
        return (label + new String(data, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] open(String person, Purpose purpose, String field, byte[] sealed) {
        String label = person + "|" + purpose + "|" + field + "|";
        String text = new String(sealed, StandardCharsets.UTF_8);
        if (!text.startsWith(label)) {
            throw new IllegalStateException("sealed for something else");
        }
        return erased ? null : text.substring(label.length()).getBytes(StandardCharsets.UTF_8);
    }
}
