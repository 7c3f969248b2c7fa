package io.chatledger.sandbox.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose token is for which number. Nobody has to set numbers up here, so the first token that asks for a number is its
 * own from then on, and the first business account that the number is looked for in is its account; a token may have any
 * number of numbers. A token that says of itself that it is none ({@code bogus, invalid, expired, revoked, wrong, fake,
 * forged, stolen}, as a word in it) is none. Hashes of the tokens are kept in a file, as a provider forgets nothing.
 */
final class SandboxTokens {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxTokens.class);
    private static final int KEPT = 20_000;
    private static final Pattern NONE =
            Pattern.compile("(?i)(^|.*[^a-z])(bogus|invalid|expired|revoked|wrong|fake|forged|stolen)([^a-z].*|$)");

    private final @Nullable Path file;
    private final SequencedMap<String, Owner> numbers = new LinkedHashMap<>();

    /** @param account business account; empty until somebody looks for the number in one */
    private record Owner(String token, String account) {}

    /** @param file where it is remembered; null to forget it with the process */
    SandboxTokens(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.isReadable(file)) {
            read(file);
        }
    }

    /** @throws GraphProblem as the Graph API answers to a token that is none, or is not for the number */
    synchronized void mustBeFor(String phoneNumberId, String token) {
        mustBeOne(token);
        String known = hash(token);
        Owner owner = numbers.get(phoneNumberId);
        if (owner == null) {
            keep(phoneNumberId, new Owner(known, ""));
        } else if (!owner.token().equals(known)) {
            throw GraphProblem.unknownObject(phoneNumberId);
        }
    }

    /**
     * The numbers of a business account that the token may see, in order.
     *
     * @throws GraphProblem if the token is none
     */
    synchronized List<String> numbersOf(String account, String token) {
        mustBeOne(token);
        String known = hash(token);
        List<String> homeless = numbers.entrySet().stream()
                .filter(number -> number.getValue().equals(new Owner(known, "")))
                .map(Map.Entry::getKey)
                .toList();
        homeless.forEach(number -> keep(number, new Owner(known, account)));
        return numbers.entrySet().stream()
                .filter(number -> number.getValue().equals(new Owner(known, account)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static void mustBeOne(String token) {
        if (NONE.matcher(token).matches()) {
            throw GraphProblem.invalidToken();
        }
    }

    private void keep(String number, Owner owner) {
        if (numbers.size() >= KEPT && !numbers.containsKey(number)) {
            numbers.pollFirstEntry();
        }
        numbers.put(number, owner);
        if (file != null) {
            append(file, String.join("\t", number, owner.token(), owner.account()) + "\n");
        }
    }

    private void read(Path from) {
        try {
            for (String line : Files.readAllLines(from, UTF_8)) {
                String[] parts = line.split("\t", -1);
                if (parts.length == 3) {
                    numbers.put(parts[0], new Owner(parts[1], parts[2]));
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("The sandbox does not remember whose its numbers were: {}", unreadable.toString());
        }
    }

    private static void append(Path to, String line) {
        try {
            Files.writeString(to, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            LOG.warn("The sandbox will not remember whose this number is: {}", unwritable.toString());
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
