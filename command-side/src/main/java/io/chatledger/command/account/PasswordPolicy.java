package io.chatledger.command.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A password has to be long, and none of those that somebody would try first: common and leaked ones, names, what is next
 * to each other on a keyboard, and what the account says of itself. Which kinds of character it is made of is no matter
 * (NIST SP 800-63B-4, 3.1.1.2).
 */
@Component
class PasswordPolicy {

    /** In characters. */
    static final int SHORTEST = 10;

    static final int LONGEST = 200;

    /** Powers of ten: what takes fewer guesses is found through the front door, in spite of all locks. */
    private static final double FEWEST_GUESSES = 6;

    /** Estimating takes many times longer the more there is; what these are does not get easier to guess by more. */
    private static final int LOOKED_AT = 20;

    private static final List<String> OURS =
            List.of("chatledger", "whatsapp", "contraseña", "contrasena", "clave", "negocio");

    private final Zxcvbn estimator = new Zxcvbn();

    /** Apart from those for hashing: whoever signs up keeps nobody from signing in. */
    private final Turns turns = new Turns(1, 16, 0, Duration.ofSeconds(5));

    /**
     * @param own what the account says of itself: names and addresses
     * @throws DomainProblem {@code invalid-request} for the field {@code password}, {@code easily-guessed}; {@code busy} if
     *     too many others are signing up
     */
    void verify(String password, List<String> own) {
        String beginning = beginning(password);
        List<String> words = words(own);
        if (turns.take(false, () -> estimator.measure(beginning, words).getGuessesLog10()) < FEWEST_GUESSES) {
            throw DomainProblem.invalid(
                    "password",
                    "easily-guessed",
                    "The password is among the first million that somebody would try: it is common, was leaked"
                            + " elsewhere, or is made of the account's own names. Several words are better.");
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(LOOKED_AT, text.length()));
    }

    private static List<String> words(List<String> own) {
        Stream<String> parts = own.stream()
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2);
        return Stream.concat(OURS.stream(), parts)
                .map(word -> beginning(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }
}
