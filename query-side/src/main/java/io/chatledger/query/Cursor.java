package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sort key of a page's last row. Callers see it as text that means nothing to them.
 *
 * @param sequence settles what happened at the same time; 0 where the list has no such number
 * @param id settles what is left
 */
public record Cursor(Instant at, long sequence, String id) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private record Stored(
            @Nullable Instant at,
            @Nullable Long n,
            @Nullable String id) {}

    public static Cursor of(Instant at, String id) {
        return new Cursor(at, 0, id);
    }

    /** @throws DomainProblem {@code invalid-request} for what was never given out as a cursor */
    static Cursor parse(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            return checked(JSON.readValue(new String(json, StandardCharsets.UTF_8), Stored.class));
        } catch (IllegalArgumentException | JacksonException e) {
            throw DomainProblem.invalid("cursor", "malformed", "This is no cursor of a list.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsBytes(new Stored(at, sequence, id)));
    }

    /** The database would choke on some of what a stranger may put in here. */
    private static Cursor checked(@Nullable Stored stored) {
        if (stored == null || stored.at() == null || stored.n() == null || stored.id() == null) {
            throw new IllegalArgumentException("incomplete");
        }
        boolean possible = !stored.at().isBefore(EARLIEST)
                && !stored.at().isAfter(LATEST)
                && ID.matcher(stored.id()).matches();
        if (!possible) {
            throw new IllegalArgumentException("out of bounds");
        }
        return new Cursor(stored.at(), stored.n(), stored.id());
    }
}
