package io.chatledger.web.bounds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.kernel.problem.DomainProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Refuses what nobody behind it could read: a query that cannot be decoded, or a content type that is none. */
final class WellFormedRequest {

    private static final int MOST_PARAMETERS = 1000;

    private WellFormedRequest() {}

    /** @throws DomainProblem 400 with the parameter's name */
    static void check(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return;
        }
        String[] parameters = query.split("&", MOST_PARAMETERS + 1);
        if (parameters.length > MOST_PARAMETERS) {
            throw DomainProblem.invalid("query", "too-many", "A query has at most " + MOST_PARAMETERS + " parameters.");
        }
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            String name = text(equals < 0 ? parameter : parameter.substring(0, equals), "query");
            text(equals < 0 ? "" : parameter.substring(equals + 1), name);
        }
    }

    /** Whether its body is of a kind that could be meant for anybody; nothing is unpacked, as little may become much. */
    static boolean isReadable(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return (encoding == null || encoding.equalsIgnoreCase("identity")) && isType(request.getContentType());
    }

    private static boolean isType(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static String text(String encoded, String field) {
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(encoded))).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException | IllegalArgumentException undecodable) {
            throw DomainProblem.invalid(field, "format", "This cannot be decoded: percent-encoded UTF-8 is expected.");
        }
        throw DomainProblem.invalid(field, "format", "The character NUL is not possible here.");
    }

    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char one = encoded.charAt(at);
            if (one == '%') {
                if (at + 2 >= encoded.length()) {
                    throw new IllegalArgumentException("cut off");
                }
                bytes.write(Character.digit(hex(encoded.charAt(at + 1)), 16) * 16
                        + Character.digit(hex(encoded.charAt(at + 2)), 16));
                at += 2;
            } else {
                bytes.write(one); // Tomcat gives a byte of the request line as a character
            }
        }
        return bytes.toByteArray();
    }

    private static char hex(char digit) {
        if (Character.digit(digit, 16) < 0 || digit > 'f') {
            throw new IllegalArgumentException("no hexadecimal digit");
        }
        return digit;
    }
}
