package io.chatledger.lab.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/**
 * What a flooding client sends, again and again.
 *
 * @param heads request line and headers, without Host and the empty line; taken in turn
 * @param bodyBytes sent after them, and then nothing more
 * @param reads of the answer, before the client stops reading and waits; everything where negative
 */
record Nuisance(String name, List<String> heads, int bodyBytes, int reads) {

    private static final String LENGTH = "\r\nContent-Type: application/json\r\nContent-Length: ";
    private static final String WEBHOOK = "POST /webhooks/whatsapp HTTP/1.1" + LENGTH + 3_000_000;
    private static final String SIGNATURE = "\r\nX-Hub-Signature-256: sha256=" + "0".repeat(64);
    private static final int EVERYTHING = -1;

    /** Bodies that are announced, begun and never ended. */
    static Nuisance unfinishedWebhook() {
        return new Nuisance("unfinished webhook", List.of(WEBHOOK + SIGNATURE, WEBHOOK), 2_900_000, EVERYTHING);
    }

    static Nuisance unfinishedLogin() {
        String login = "POST /api/v1/auth/login HTTP/1.1" + LENGTH;
        return new Nuisance("unfinished login", List.of(login + 1_000_000, login + 60_000), 59_000, EVERYTHING);
    }

    /** Headers that never end. */
    static Nuisance unfinishedHead() {
        return new Nuisance("unfinished head", List.of(), 0, EVERYTHING);
    }

    /** Questions that cost much, of one tenant. */
    static Nuisance expensiveQuery(String token) {
        String words = String.join("+", "abcdefghijklmnopqrstuvwxyz".repeat(4).split("", -1));
        return signedIn(
                "expensive query",
                token,
                EVERYTHING,
                "/api/v1/metrics/messages-in?by=hour",
                "/api/v1/messages/search?q=" + words,
                "/api/v1/messages/search?q=a+e+o+s+r+n+l");
    }

    static Nuisance halfReadExport(String token) {
        return signedIn("half-read export", token, 2_000, "/api/v1/audit/export");
    }

    /** Requests that nobody can read. */
    static Nuisance undecodable() {
        return new Nuisance(
                "undecodable",
                List.of(
                        "GET /webhooks/whatsapp?% HTTP/1.1",
                        "GET /webhooks/whatsapp?hub.mode=%FF HTTP/1.1",
                        "GET /login?lang=%ff HTTP/1.1",
                        "GET /api/v1/conversations?q=%C3 HTTP/1.1",
                        "GET /login?" + "a=1&".repeat(1_100) + " HTTP/1.1",
                        "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 0",
                        "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: */*\r\nContent-Length: 0",
                        "GET /api/v1/admin/dead-letters?tenant=%00 HTTP/1.1",
                        "GET /api/v1/conversations HTTP/1.1\r\nAuthorization: Bearer nonsense",
                        "NONSENSE"),
                0,
                EVERYTHING);
    }

    /** @param turn whose turn it is among the heads */
    byte[] head(int turn) {
        String head = heads.isEmpty() ? "GET /login HTTP/1.1" : heads.get(Math.floorMod(turn, heads.size()));
        return (head + "\r\nHost: localhost\r\n" + (heads.isEmpty() ? "" : "\r\n")).getBytes(ISO_8859_1);
    }

    boolean isHeadUnfinished() {
        return heads.isEmpty();
    }

    private static Nuisance signedIn(String name, String token, int reads, String... paths) {
        return new Nuisance(
                name,
                List.of(paths).stream()
                        .map(path -> "GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + token)
                        .toList(),
                0,
                reads);
    }
}
