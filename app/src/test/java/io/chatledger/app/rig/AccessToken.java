package io.chatledger.app.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.chatledger.command.account.session.KnownSession;
import java.time.Instant;
import java.util.Date;

/** Access tokens as the application issues them, and such as it would not. */
public final class AccessToken {

    private AccessToken() {}

    /** What the token of a session says, for five minutes. */
    public static JWTClaimsSet.Builder claims(KnownSession session) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("chatledger")
                .audience("chatledger-api")
                .subject(session.account().key())
                .issueTime(Date.from(now.minusSeconds(1)))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("sid", session.id().toString())
                .claim("tenant", session.tenant().value())
                .claim("role", session.role().name());
    }

    public static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }
}
