package io.chatledger.command.conversation.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.command.webhook.WebhookInbox;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.DomainProblem.Kind;
import io.chatledger.kernel.problem.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meta's side door: the handshake, and deliveries that are answered once their raw body is durable. */
@RestController
@RequestMapping("/webhooks/whatsapp")
class WhatsAppWebhook {

    /** Meta sends up to 3 MB (Cloud API, webhooks overview). */
    static final int BODY_LIMIT = 3 * 1024 * 1024;

    private static final int CHALLENGE_LIMIT = 256;

    private final WebhookInbox inbox;
    private final HubSignature signature;
    private final @Nullable String verifyToken;

    WhatsAppWebhook(WebhookInbox inbox, WhatsAppProperties properties) {
        this.inbox = inbox;
        this.signature = new HubSignature(properties.appSecret());
        this.verifyToken = properties.verifyToken();
    }

    /**
     * Answers Meta's handshake.
     *
     * <p>Meta calls it once, when the webhook is set up in its dashboard (Cloud API, "Webhooks").
     *
     * @param mode {@code subscribe}
     * @param token the verify token, as it was set up on both sides
     * @param challenge what is answered, of at most 256 characters
     * @return the challenge
     */
    @GetMapping
    @Allowed(to = Allowed.To.PROVIDERS)
    @Refuses("handshake-refused")
    ResponseEntity<String> handshake(
            @RequestParam(name = "hub.mode", required = false) @Nullable String mode,
            @RequestParam(name = "hub.verify_token", required = false) @Nullable String token,
            @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge) {
        boolean known = isVerifyToken(token);
        if (!known || !"subscribe".equals(mode) || challenge == null || challenge.length() > CHALLENGE_LIMIT) {
            throw new DomainProblem(Kind.FORBIDDEN, "handshake-refused", "The handshake is not valid.");
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
    }

    /**
     * Takes what WhatsApp delivers.
     *
     * <p>A body of the Cloud API, up to 3 MiB, with its HMAC-SHA256 under the app secret in {@code X-Hub-Signature-256}. It
     * is answered as soon as it is durable and worked through after that; what cannot be used is kept in the journal too.
     *
     * @return nothing
     */
    @PostMapping
    @Allowed(to = Allowed.To.PROVIDERS)
    @Refuses({"signature-invalid", "body-too-large"})
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        String given = request.getHeader("X-Hub-Signature-256");
        if (request.getContentLengthLong() > BODY_LIMIT) {
            throw tooLarge();
        }
        if (!HubSignature.isWellFormed(given)) {
            throw unsigned(); // before any of the body is taken in
        }
        byte[] body = boundedBody(request);
        if (!signature.matches(body, given)) {
            throw unsigned();
        }
        inbox.accept(WhatsAppSource.NAME, body);
        return ResponseEntity.ok().build();
    }

    private static DomainProblem unsigned() {
        return new DomainProblem(
                Kind.UNAUTHENTICATED, "signature-invalid", "The signature does not belong to the body.");
    }

    private static byte[] boundedBody(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            throw tooLarge();
        }
        return body;
    }

    private static DomainProblem tooLarge() {
        return new DomainProblem(Kind.TOO_LARGE, "body-too-large", "A webhook body has at most 3 MB.");
    }

    private boolean isVerifyToken(@Nullable String token) {
        return verifyToken != null
                && !verifyToken.isEmpty()
                && token != null
                && MessageDigest.isEqual(verifyToken.getBytes(UTF_8), token.getBytes(UTF_8));
    }
}
