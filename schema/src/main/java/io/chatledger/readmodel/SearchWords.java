package io.chatledger.readmodel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text becomes the words that a search in messages knows. In the database: {@code search_words}. */
public final class SearchWords {

    private static final int LONGEST = 100;

    private static final Pattern BETWEEN = Pattern.compile("[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf\\xd7\\xf7"
            + "\\u055a-\\u055f\\u0589\\u05be\\u05c0\\u05c3\\u05f3\\u05f4\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4"
            + "\\u0964\\u0965\\u1680\\u2000-\\u218f\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030-\\u303f\\u30a0"
            + "\\u30fb\\ufe00-\\ufe6f\\ufeff\\ufff0-\\uffff\\x{1f3fb}-\\x{1f3ff}\\x{e0000}-\\x{e0fff}]+");

    private static final String UNSPACED =
            "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u309f"
                    + "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"
                    + "\\x{20000}-\\x{3ffff}]";

    private static final String SYMBOL = "[\\u2190-\\u2bff\\x{1f000}-\\x{1f3fa}\\x{1f400}-\\x{1fbff}]";

    private static final Pattern WORD = Pattern.compile("(?<symbol>" + SYMBOL + ")|(?<run>" + UNSPACED
            + "+)|(?<word>(?:(?!" + SYMBOL + "|" + UNSPACED + ")\\S){1," + LONGEST + "})");

    private SearchWords() {}

    /**
     * A word that is searched for.
     *
     * @param whole whether it must be a word by itself; otherwise it may be the beginning of one
     */
    public record Word(String text, boolean whole) {}

    /** What must be there for a text to be found, each word once; {@code folded} as {@link SearchText#fold} does. */
    public static List<Word> of(String folded) {
        String spaced = BETWEEN.matcher(folded).replaceAll(" ").replace('ς', 'σ');
        List<Word> words = new ArrayList<>();
        Matcher found = WORD.matcher(spaced);
        while (found.find()) {
            if (found.group("run") != null) {
                pairs(found.group("run"), words);
            } else {
                words.add(new Word(found.group(), found.group("symbol") != null));
            }
        }
        return words.stream().distinct().toList();
    }

    /** What stands before each word of a tenant. */
    public static String tenant(String tenant) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(tenant.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every letter is in one of them, and that is enough: which pairs overlap is known from the text. */
    private static void pairs(String run, List<Word> words) {
        int[] letters = run.codePoints().toArray();
        if (letters.length == 1) {
            words.add(new Word(run, false));
            return;
        }
        for (int at = 0; at + 1 < letters.length; at += 2) {
            words.add(new Word(new String(letters, at, 2), true));
        }
        if (letters.length % 2 == 1) {
            words.add(new Word(new String(letters, letters.length - 2, 2), true));
        }
    }
}
