package io.chatledger.command.account;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.chatledger.command.secret.SigningKey;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues RS256 access tokens, each for one account in one tenant. */
@Component
class AccessTokens {

    static final Duration LIFE = Duration.ofMinutes(15);
    static final Duration SESSION = Duration.ofHours(12);

    private final NimbusJwtEncoder encoder;
    private final InstantSource clock;

    AccessTokens(SigningKey key, InstantSource clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key.pair())));
        this.clock = clock;
    }

    String issue(AccountId account, TenantId tenant, Role role, Duration life) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer("chatledger")
                .subject(account.key())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim("tenant", tenant.value())
                .claim("role", role.name())
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
