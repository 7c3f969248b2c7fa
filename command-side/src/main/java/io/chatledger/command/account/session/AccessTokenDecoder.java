package io.chatledger.command.account.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Reads access tokens. One is ours if we signed it (RS256), it says that it was issued by us and for us, and it has
 * begun, will end and has not ended; whether its session is open is the {@link SessionRegister}'s to say.
 */
@Component
public class AccessTokenDecoder implements JwtDecoder {

    public static final String ISSUER = "chatledger";
    public static final String AUDIENCE = "chatledger-api";

    /** Name of the claim that holds the session's id. */
    public static final String SESSION = "sid";

    /** Ours have some 700; what is longer is not looked at. */
    private static final int LONGEST = 4096;

    /** What the clocks of our processes may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final NimbusJwtDecoder decoder;
    private final InstantSource clock;

    AccessTokenDecoder(SigningKey key, InstantSource clock) {
        this.clock = clock;
        this.decoder = NimbusJwtDecoder.withPublicKey(key.publicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        this.decoder.setJwtValidator(this::validate);
    }

    /** @throws BadJwtException whatever is wrong with it */
    @Override
    public Jwt decode(String token) {
        if (token.length() > LONGEST) {
            throw new BadJwtException("too long");
        }
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (RuntimeException unreadable) {
            // Written by a stranger, so however it fails it is the token's fault and not ours.
            throw new BadJwtException("unreadable", unreadable);
        }
    }

    /** The session that a token of ours names; null where it names none. */
    public static @Nullable UUID session(Jwt token) {
        try {
            String named = token.getClaimAsString(SESSION);
            return named == null ? null : UUID.fromString(named);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private OAuth2TokenValidatorResult validate(Jwt token) {
        Instant now = clock.instant();
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        Instant notBefore = token.getNotBefore();
        List<String> audience = token.getAudience();
        boolean ours = ISSUER.equals(token.getClaimAsString("iss")) && audience != null && audience.contains(AUDIENCE);
        boolean inTime = issued != null
                && !issued.isAfter(now.plus(CLOCKS_APART))
                && (notBefore == null || !notBefore.isAfter(now.plus(CLOCKS_APART)))
                && expires != null
                && expires.isAfter(now);
        return ours && inTime
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "not one of ours", null));
    }
}
