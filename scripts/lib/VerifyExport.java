import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an archive that GET /api/v1/audit/export has made. One file on purpose, with nothing but the JDK (17 or newer),
 * so that an outsider can read it and run it: java VerifyExport.java FILE [--key KEY]
 */
public class VerifyExport {

    private static final String USAGE = """
            Usage: scripts/verify-export FILE [--key KEY]

              FILE   what GET /api/v1/audit/export answered
              --key  the installation's public key, from somewhere else than the archive: base64 of it, or a file with
                     that, a PEM file, or the answer of GET /api/v1/audit/keys

            Ends with 0 if everything holds, with 1 if something does not.
            """;

    private static final Set<String> SIGNED = Set.of("events.jsonl", "checkpoints.jsonl", "keys.json", "README.txt");
    private static final Set<String> ALL = Set.of(
            "events.jsonl", "checkpoints.jsonl", "keys.json", "README.txt", "manifest.json", "manifest.sig");
    private static final int SMALL = 1 << 20;
    private static final int LONGEST_LINE = 64 << 20;
    private static final int GREATEST_RATIO = 500;
    private static final int RATIO_MATTERS = 16 << 20;

    public static void main(String[] args) {
        String file = null;
        String key = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--help") || args[i].equals("-h")) {
                System.out.print(USAGE);
                return;
            } else if (args[i].equals("--key") && i + 1 < args.length) {
                key = args[++i];
            } else if (args[i].startsWith("--key=")) {
                key = args[i].substring("--key=".length());
            } else if (!args[i].startsWith("-") && file == null) {
                file = args[i];
            } else {
                System.err.print("verify-export: " + args[i] + " is not understood\n\n" + USAGE);
                System.exit(2);
            }
        }
        if (file == null) {
            System.err.print(USAGE);
            System.exit(2);
        }
        System.exit(verdict(Path.of(file), key) ? 0 : 1);
    }

    private static boolean verdict(Path file, String pinned) {
        try {
            List<PublicKey> trusted = pinned == null ? List.of() : Keys.given(pinned);
            new VerifyExport(file, trusted).verify();
            return true;
        } catch (Refusal refusal) {
            System.out.println("NOT VALID: " + refusal.getMessage());
        } catch (IOException | UncheckedIOException broken) {
            System.out.println("NOT VALID: the archive cannot be read: " + broken.getMessage());
        } catch (RuntimeException | GeneralSecurityException broken) {
            System.out.println("NOT VALID: the archive is not what it should be: " + broken);
        }
        return false;
    }

    private final Path file;
    private final List<PublicKey> trusted;

    VerifyExport(Path file, List<PublicKey> trusted) {
        this.file = file;
        this.trusted = trusted;
    }

    void verify() throws IOException, GeneralSecurityException {
        refuseUnless(Files.isRegularFile(file), "there is no file " + file);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Map<String, ZipEntry> entries = entries(zip);
            byte[] manifestBytes = small(zip, entries.get("manifest.json"));
            Json manifest = Json.of(manifestBytes);
            refuseUnless(
                    manifest.text("format").equals("chatledger-export-1"),
                    "its format is not known here: " + manifest.text("format"));
            Map<String, PublicKey> keys = Keys.published(Json.of(small(zip, entries.get("keys.json"))));
            checkSignature(manifest, manifestBytes, small(zip, entries.get("manifest.sig")), keys);
            for (String name : SIGNED) {
                checkRatio(entries.get(name));
            }
            checkContent(zip, entries, manifest, "README.txt", line -> {});
            checkContent(zip, entries, manifest, "keys.json", line -> {});
            Chain chain = new Chain(manifest, keys);
            checkContent(zip, entries, manifest, "checkpoints.jsonl", line -> chain.checkpoint(Json.of(line)));
            checkContent(zip, entries, manifest, "events.jsonl", line -> chain.event(Json.of(line)));
            chain.end();
            report(manifest, chain);
        }
    }

    private void report(Json manifest, Chain chain) {
        System.out.println("VALID: " + chain.count + " events of tenant " + manifest.text("tenant")
                + (chain.count == 0
                        ? ""
                        : ", positions " + manifest.number("firstPosition") + " to "
                                + manifest.number("lastPosition")));
        System.out.println("  last hash    " + manifest.text("headHash"));
        System.out.println("  checkpoints  " + chain.checked + " hold, of " + chain.checkpoints
                + (chain.checkpoints > chain.checked ? " (the others are about events outside of this archive)" : ""));
        System.out.println("  signed by    " + manifest.text("keyId") + ", made at " + manifest.text("createdAt"));
        System.out.println(
                trusted.isEmpty()
                        ? "  WARNING: checked with the key that the archive brings along. That proves that it is whole, not whose"
                                + " it is:\n  whoever makes an archive of his own signs it with a key of his own. Get the key"
                                + " elsewhere and give it with --key."
                        : "  The key is the one you gave with --key.");
    }

    private Map<String, ZipEntry> entries(ZipFile zip) {
        Map<String, ZipEntry> found = new TreeMap<>();
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            refuseUnless(ALL.contains(entry.getName()), "it has a file too many: " + printable(entry.getName()));
            refuseUnless(found.put(entry.getName(), entry) == null, "it has a file twice: " + entry.getName());
        }
        for (String name : ALL) {
            refuseUnless(found.containsKey(name), "it has no " + name);
        }
        return found;
    }

    private void checkSignature(Json manifest, byte[] bytes, byte[] signature, Map<String, PublicKey> keys)
            throws GeneralSecurityException {
        String id = manifest.text("keyId");
        PublicKey key = keys.get(id);
        refuseUnless(key != null, "the key that it says it is signed by is not in it: " + printable(id));
        if (!trusted.isEmpty()) {
            refuseUnless(
                    trusted.stream().anyMatch(one -> MessageDigest.isEqual(one.getEncoded(), key.getEncoded())),
                    "it is signed by another key than the one you gave: " + id);
        }
        String text = new String(signature, StandardCharsets.US_ASCII).strip();
        refuseUnless(Keys.isSigned(key, bytes, text), "the signature of its manifest does not hold");
    }

    private static void checkRatio(ZipEntry entry) {
        refuseUnless(
                entry.getSize() < RATIO_MATTERS
                        || entry.getSize() / Math.max(1, entry.getCompressedSize()) < GREATEST_RATIO,
                entry.getName() + " is suspiciously well compressed, as nothing real is");
    }

    /** Reads a file once, line by line, whatever its length, and compares it with the manifest. */
    private static void checkContent(
            ZipFile zip, Map<String, ZipEntry> entries, Json manifest, String name, Lines lines)
            throws IOException, GeneralSecurityException {
        Json declared = manifest.object("files").object(name);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long bytes = 0;
        byte[] portion = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entries.get(name)))) {
            for (int n = in.read(portion); n >= 0; n = in.read(portion)) {
                digest.update(portion, 0, n);
                bytes += n;
                refuseUnless(
                        bytes - LONGEST_LINE <= declared.number("bytes"),
                        name + " is much longer than the manifest says");
                for (int i = 0; i < n; i++) {
                    if (portion[i] == '\n') {
                        lines.take(line.toByteArray());
                        line.reset();
                    } else {
                        line.write(portion[i]);
                    }
                }
                refuseUnless(line.size() <= LONGEST_LINE, name + " has a line of more than 64 MiB");
            }
        }
        if (name.endsWith(".jsonl")) {
            refuseUnless(line.size() == 0, name + " ends in the middle of a line");
        }
        refuseUnless(
                bytes == declared.number("bytes")
                        && HexFormat.of().formatHex(digest.digest()).equals(declared.text("sha256")),
                name + " is not the file that the manifest tells of");
    }

    private static byte[] small(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(SMALL + 1);
            refuseUnless(bytes.length <= SMALL, entry.getName() + " is longer than 1 MiB");
            return bytes;
        }
    }

    static void refuseUnless(boolean holds, String reason) {
        if (!holds) {
            throw new Refusal(reason);
        }
    }

    static String printable(String text) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
    }

    interface Lines {
        void take(byte[] line) throws GeneralSecurityException;
    }

    static final class Refusal extends RuntimeException {
        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The events of the archive, one after the other, and the checkpoints about them. */
    static final class Chain {

        private final String tenant;
        private final Json manifest;
        private final Map<String, PublicKey> keys;
        private final TreeMap<Long, Json> ahead = new TreeMap<>();
        private final long eventsBefore;
        private final Long first;
        private final Long last;
        private byte[] hash;
        private byte[] previousCheckpoint;
        private long lastCheckpoint = Long.MIN_VALUE;
        private Long position;
        long count;
        long checkpoints;
        long checked;

        Chain(Json manifest, Map<String, PublicKey> keys) throws GeneralSecurityException {
            this.manifest = manifest;
            this.keys = keys;
            tenant = manifest.text("tenant");
            eventsBefore = manifest.number("eventsBefore");
            first = manifest.isNull("firstPosition") ? null : manifest.number("firstPosition");
            last = manifest.isNull("lastPosition") ? null : manifest.number("lastPosition");
            hash = HexFormat.of().parseHex(manifest.text("hashBefore"));
            previousCheckpoint = genesis(tenant);
            if (eventsBefore == 0) {
                refuseUnless(
                        MessageDigest.isEqual(hash, previousCheckpoint),
                        "it says that nothing came before, but does not begin as a history begins");
            }
        }

        void checkpoint(Json one) throws GeneralSecurityException {
            long at = one.number("position");
            String statement = "chatledger-checkpoint-1\ntenant=" + one.text("tenant") + "\nposition=" + at + "\nevents="
                    + one.number("events") + "\nheadHash=" + one.text("headHash") + "\nprevious=" + one.text("previous")
                    + "\nat=" + one.text("at") + "\nkeyId=" + one.text("keyId") + "\n";
            byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
            String which = "the checkpoint at position " + at;
            PublicKey key = keys.get(one.text("keyId"));
            refuseUnless(key != null, which + " is signed by a key that is not known");
            refuseUnless(Keys.isSigned(key, bytes, one.text("signature")), which + " is not signed by its key");
            refuseUnless(one.text("tenant").equals(tenant), which + " is of another tenant");
            refuseUnless(at > lastCheckpoint, which + " is not in order");
            refuseUnless(
                    one.text("previous").equals(HexFormat.of().formatHex(previousCheckpoint)),
                    "a checkpoint is missing before position " + at);
            lastCheckpoint = at;
            previousCheckpoint = MessageDigest.getInstance("SHA-256").digest(bytes);
            checkpoints++;
            if (first != null && at < first) {
                refuseUnless(one.number("events") <= eventsBefore, which + " knows of more events than came before");
                if (one.number("events") == eventsBefore) {
                    holds(one, eventsBefore, hash);
                }
            } else {
                ahead.put(at, one);
            }
        }

        void event(Json one) throws GeneralSecurityException {
            long at = one.number("position");
            refuseUnless(position == null || at > position, "position " + at + " does not hold: it is not in order");
            refuseUnless(
                    position != null || first == null || at <= first,
                    "position " + first + " does not hold: the history should begin there");
            checkpointsBefore(at);
            refuseUnless(first != null && at >= first && at <= last, "position " + at + " does not hold: it is outside of"
                    + " what the manifest names");
            refuseUnless(one.text("tenant").equals(tenant), "position " + at + " does not hold: it is another tenant's");
            hash = link(hash, one);
            refuseUnless(
                    !one.isNull("hash") && HexFormat.of().formatHex(hash).equals(one.text("hash")),
                    "position " + at + " does not hold: the event, or one before it, is not what was sealed");
            position = at;
            count++;
            Json here = ahead.remove(at);
            if (here != null) {
                holds(here, eventsBefore + count, hash);
            }
        }

        void end() {
            checkpointsBefore(last == null ? Long.MIN_VALUE : last + 1);
            refuseUnless(count == manifest.number("count"), "it has " + count + " events, and by its manifest "
                    + manifest.number("count"));
            refuseUnless(
                    last == null || last.equals(position),
                    "position " + last + " does not hold: the history should go on to there");
            refuseUnless(
                    HexFormat.of().formatHex(hash).equals(manifest.text("headHash")),
                    "the last hash is not the one in the manifest");
        }

        private void checkpointsBefore(long at) {
            if (!ahead.isEmpty() && ahead.firstKey() < at) {
                throw new Refusal("position " + ahead.firstKey()
                        + " does not hold: a checkpoint names it, and there is no event");
            }
        }

        private void holds(Json checkpoint, long events, byte[] head) {
            refuseUnless(
                    checkpoint.number("events") == events
                            && checkpoint.text("headHash").equals(HexFormat.of().formatHex(head)),
                    "position " + checkpoint.number("position")
                            + " does not hold: the checkpoint there tells of another history");
            checked++;
        }

        private static byte[] genesis(String tenant) throws GeneralSecurityException {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            text(digest, "chatledger-hash-chain-1");
            text(digest, tenant);
            return digest.digest();
        }

        private static byte[] link(byte[] before, Json event) throws GeneralSecurityException {
            MessageDigest fields = MessageDigest.getInstance("SHA-256");
            text(fields, event.text("tenant"));
            number(fields, event.number("position"));
            text(fields, event.text("id"));
            text(fields, event.isNull("aggregateType") ? null : event.text("aggregateType"));
            text(fields, event.text("aggregateId"));
            number(fields, event.number("sequence"));
            text(fields, event.text("type"));
            number(fields, event.number("revision"));
            number(fields, event.number("recordedAtMicros"));
            text(fields, event.text("payload"));
            text(fields, event.text("metadata"));
            MessageDigest link = MessageDigest.getInstance("SHA-256");
            link.update(before);
            return link.digest(fields.digest());
        }

        private static void text(MessageDigest digest, String value) {
            if (value == null) {
                digest.update(ByteBuffer.allocate(4).putInt(-1).flip());
                return;
            }
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }

        private static void number(MessageDigest digest, long value) {
            digest.update(ByteBuffer.allocate(12).putInt(8).putLong(value).flip());
        }
    }

    /** Ed25519 public keys, and what they have signed. */
    static final class Keys {

        static Map<String, PublicKey> published(Json list) throws GeneralSecurityException {
            Map<String, PublicKey> keys = new LinkedHashMap<>();
            for (Json one : list.items()) {
                byte[] encoded = Base64.getDecoder().decode(one.text("publicKey"));
                String id = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded), 0, 8);
                refuseUnless(id.equals(one.text("keyId")), "a key has the name of another: " + id);
                keys.put(id, key(encoded));
            }
            return keys;
        }

        static List<PublicKey> given(String key) throws IOException, GeneralSecurityException {
            String text = key;
            try {
                Path path = Path.of(key);
                if (Files.isRegularFile(path)) {
                    refuseUnless(Files.size(path) <= SMALL, "the key file is longer than 1 MiB");
                    text = Files.readString(path);
                }
            } catch (java.nio.file.InvalidPathException noFile) {
                text = key;
            }
            text = text.strip();
            if (text.startsWith("{") || text.startsWith("[")) {
                Json json = Json.of(text.getBytes(StandardCharsets.UTF_8));
                return new ArrayList<>(published(text.startsWith("[") ? json : json.object("items")).values());
            }
            String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            try {
                return List.of(key(Base64.getDecoder().decode(base64)));
            } catch (IllegalArgumentException | GeneralSecurityException unusable) {
                throw new Refusal("what you gave with --key is neither a file nor an Ed25519 public key in base64");
            }
        }

        static boolean isSigned(PublicKey key, byte[] message, String base64) throws GeneralSecurityException {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            try {
                return check.verify(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException | java.security.SignatureException malformed) {
                return false;
            }
        }

        private static PublicKey key(byte[] encoded) throws GeneralSecurityException {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        }
    }

    /** JSON, read strictly: no name twice, nothing behind the end. */
    static final class Json {

        private static final Object NULL = new Object();
        private static final int DEEPEST = 50;

        private final Object value;

        private Json(Object value) {
            this.value = value;
        }

        static Json of(byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                Parser parser = new Parser(text);
                Json json = new Json(parser.value(0));
                parser.end();
                return json;
            } catch (CharacterCodingException noText) {
                throw new Refusal("it has text that is not UTF-8");
            }
        }

        String text(String name) {
            refuseUnless(member(name) instanceof String, "the text " + name + " is missing in it");
            return (String) member(name);
        }

        long number(String name) {
            refuseUnless(member(name) instanceof Long, "the number " + name + " is missing in it");
            return (Long) member(name);
        }

        boolean isNull(String name) {
            return member(name) == NULL;
        }

        Json object(String name) {
            Object found = member(name);
            refuseUnless(found instanceof Map || found instanceof List, "the part " + name + " is missing in it");
            return new Json(found);
        }

        List<Json> items() {
            refuseUnless(value instanceof List, "a list is missing in it");
            return ((List<?>) value).stream().map(Json::new).toList();
        }

        private Object member(String name) {
            refuseUnless(value instanceof Map, "an object is missing in it");
            return ((Map<?, ?>) value).get(name);
        }

        private static final class Parser {

            private final String text;
            private int at;

            private Parser(String text) {
                this.text = text;
            }

            void end() {
                blanks();
                refuseUnless(at == text.length(), "there is something behind the end of its JSON");
            }

            Object value(int depth) {
                refuseUnless(depth < DEEPEST, "its JSON is nested too deep");
                blanks();
                switch (peek()) {
                    case '{':
                        return object(depth);
                    case '[':
                        return list(depth);
                    case '"':
                        return string();
                    case 't':
                        return word("true", Boolean.TRUE);
                    case 'f':
                        return word("false", Boolean.FALSE);
                    case 'n':
                        return word("null", NULL);
                    default:
                        return number();
                }
            }

            private Map<String, Object> object(int depth) {
                Map<String, Object> members = new LinkedHashMap<>();
                at++;
                blanks();
                while (peek() != '}') {
                    refuseUnless(peek() == '"', "its JSON is broken");
                    String name = string();
                    blanks();
                    take(':');
                    refuseUnless(
                            members.put(name, value(depth + 1)) == null, "its JSON has a name twice: " + printable(name));
                    blanks();
                    if (peek() != '}') {
                        take(',');
                        blanks();
                        refuseUnless(peek() == '"', "its JSON is broken");
                    }
                }
                at++;
                return members;
            }

            private List<Object> list(int depth) {
                List<Object> items = new ArrayList<>();
                at++;
                blanks();
                while (peek() != ']') {
                    items.add(value(depth + 1));
                    blanks();
                    if (peek() != ']') {
                        take(',');
                        blanks();
                        refuseUnless(peek() != ']', "its JSON is broken");
                    }
                }
                at++;
                return items;
            }

            private String string() {
                at++;
                StringBuilder read = new StringBuilder();
                while (peek() != '"') {
                    char c = text.charAt(at++);
                    refuseUnless(c >= ' ', "its JSON is broken");
                    read.append(c == '\\' ? escaped() : c);
                }
                at++;
                return read.toString();
            }

            private char escaped() {
                char c = peek();
                at++;
                switch (c) {
                    case 'n':
                        return '\n';
                    case 't':
                        return '\t';
                    case 'r':
                        return '\r';
                    case 'b':
                        return '\b';
                    case 'f':
                        return '\f';
                    case 'u':
                        refuseUnless(
                                at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}"),
                                "its JSON is broken");
                        at += 4;
                        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
                    default:
                        refuseUnless(c == '"' || c == '\\' || c == '/', "its JSON is broken");
                        return c;
                }
            }

            /** Whole numbers only: there are no others in an archive. */
            private Long number() {
                int start = at;
                while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                try {
                    return Long.parseLong(text.substring(start, at));
                } catch (NumberFormatException broken) {
                    throw new Refusal("its JSON is broken");
                }
            }

            private Object word(String word, Object meaning) {
                refuseUnless(text.startsWith(word, at), "its JSON is broken");
                at += word.length();
                return meaning;
            }

            private void take(char wanted) {
                refuseUnless(peek() == wanted, "its JSON is broken");
                at++;
            }

            private char peek() {
                refuseUnless(at < text.length(), "its JSON is broken");
                return text.charAt(at);
            }

            private void blanks() {
                while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
            }
        }
    }
}
