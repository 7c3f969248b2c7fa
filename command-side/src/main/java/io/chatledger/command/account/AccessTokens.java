package io.chatledger.command.account;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.chatledger.command.account.session.AccessTokenDecoder;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues RS256 access tokens, each for one session; it opens nothing once that has ended. */
@Component
class AccessTokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final NimbusJwtEncoder encoder;
    private final InstantSource clock;

    AccessTokens(SigningKey key, InstantSource clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key.pair())));
        this.clock = clock;
    }

    /** For programs, which get another one when they refresh. */
    String issue(KnownSession session) {
        return issue(session, clock.instant().plus(LIFE));
    }

    /** For a browser, which keeps it in a cookie that no script can read: good for as long as the session is. */
    String issueForBrowser(KnownSession session) {
        return issue(session, session.endsAt());
    }

    private String issue(KnownSession session, Instant expires) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(AccessTokenDecoder.ISSUER)
                .audience(List.of(AccessTokenDecoder.AUDIENCE))
                .subject(session.account().key())
                .issuedAt(clock.instant())
                .expiresAt(expires)
                .claim(AccessTokenDecoder.SESSION, session.id().toString())
                .claim("tenant", session.tenant().value())
                .claim("role", session.role().name())
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
