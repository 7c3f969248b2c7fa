package io.chatledger.app.rig;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.chatledger.command.secret.SigningKey;
import io.chatledger.kernel.account.Role;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Somebody who works for a business in a role. */
public record Member(String account, Client client) {

    public static Member of(Business business, Role role) {
        String account = UUID.randomUUID().toString();
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("chatledger")
                .subject(account)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300))
                .claim("tenant", business.id())
                .claim("role", role.name())
                .build();
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(
                new JWKSet(RunningApplication.bean(SigningKey.class).pair())));
        String token = encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
        return new Member(account, RunningApplication.stranger().withToken(token));
    }
}
