package io.chatledger.app.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts webhooks as WhatsApp does. */
public final class Webhook {

    public static final String PATH = "/webhooks/whatsapp";

    private Webhook() {}

    public static Answer post(Body body) {
        return post(body.bytes());
    }

    public static Answer post(byte[] body) {
        return signed(signature(body)).post(PATH, body);
    }

    /** A body that has to be taken. */
    public static void deliver(Body body) {
        post(body).expecting(200);
    }

    public static Client signed(String signature) {
        return RunningApplication.stranger().with("X-Hub-Signature-256", signature);
    }

    public static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RunningApplication.APP_SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
