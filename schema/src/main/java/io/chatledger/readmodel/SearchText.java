package io.chatledger.readmodel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How text is compared: lower case, without accents. In the database: {@code fold_text}. */
public final class SearchText {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private SearchText() {}

    public static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
