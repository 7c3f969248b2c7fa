package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.chatledger.app.rig.AccessToken;
import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.command.account.session.SigningKey;
import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed by us is believed only where all of it is ours; what is not is 401, whatever it is. */
class AccessTokenIT {

    private static final String CHANNELS = "/api/v1/channels";
    private static final Business BUSINESS = Business.register();
    private static final Member OWNER = Member.of(BUSINESS, Role.owner);
    private static final RSAKey OURS = RunningApplication.bean(SigningKey.class).pair();

    @Test
    void aTokenOfAnOpenSessionOpens() {
        with(claims -> claims).expecting(200);
        cookie(AccessToken.signed(OURS, AccessToken.claims(OWNER.session()))).expecting(200);
    }

    @ParameterizedTest
    @CsvSource({
        "role,emperor", "role,", "sub,me", "sub,", "tenant,Not A Tenant", "tenant,", "tenant,platform",
        "sid,", "sid,mine", "sid,00000000-0000-4000-8000-000000000000", "iss,somebody", "iss,", "aud,others", "aud,"
    })
    void aTokenWithSomethingElseInItIsRefused(String claim, String value) {
        refused(claims -> claims.claim(claim, value));
    }

    @Test
    void aTokenOfAnotherSubjectThanItsSessionsIsRefused() {
        refused(claims -> claims.subject(UUID.randomUUID().toString()));
    }

    @Test
    void aTokenIsGoodForATimeOnly() {
        refused(claims -> claims.expirationTime(null));
        refused(claims -> claims.expirationTime(at(-1)));
        refused(claims -> claims.issueTime(at(200)));
        refused(claims -> claims.notBeforeTime(at(200)));
    }

    @Test
    void claimsOfTheWrongTypeAreRefused() {
        refused(claims -> claims.claim("tenant", 7));
        refused(claims -> claims.claim("role", List.of("owner")));
        refused(claims -> claims.claim("sid", Map.of("a", 1)));
        refused(claims -> claims.claim("exp", "tomorrow"));
        refused(claims -> claims.claim("exp", Long.MAX_VALUE));
    }

    @Test
    void aTokenSignedByOthersIsRefused() throws JOSEException {
        JWTClaimsSet.Builder claims = AccessToken.claims(OWNER.session());
        refused(AccessToken.signed(new RSAKeyGenerator(2048).generate(), claims));
        refused(new PlainJWT(claims.build()).serialize());
        SignedJWT byTheOpenKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        byTheOpenKey.sign(new MACSigner(OURS.toRSAPublicKey().getEncoded()));
        refused(byTheOpenKey.serialize());
        SignedJWT anotherAlgorithm = new SignedJWT(new JWSHeader(JWSAlgorithm.RS512), claims.build());
        anotherAlgorithm.sign(new RSASSASigner(OURS));
        refused(anotherAlgorithm.serialize());
    }

    @Test
    void aTokenWhoseBodyWasExchangedIsRefused() {
        String mine = AccessToken.signed(OURS, AccessToken.claims(OWNER.session()));
        String theirs = new PlainJWT(AccessToken.claims(OWNER.session())
                        .claim("role", "super_admin")
                        .build())
                .serialize();
        refused(mine.split("\\.")[0] + "." + theirs.split("\\.")[1] + "." + mine.split("\\.")[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "null", "e30.e30.e30", "a.b.c.d.e", "-", "%00"})
    void whatIsNoTokenIsRefused(String token) {
        refused(token);
    }

    @Test
    void aGiantTokenIsRefused() {
        refused(claims -> claims.claim("more", "x".repeat(8_000)));
        refused("[".repeat(12_000));
        stranger().withToken("x".repeat(20_000)).get(CHANNELS).refusedWith(400, "invalid-request");
    }

    private static Date at(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        with(change).refusedWith(401, "unauthenticated");
        String token = AccessToken.signed(OURS, change.apply(AccessToken.claims(OWNER.session())));
        cookie(token).refusedWith(401, "unauthenticated");
        page(token);
    }

    private static void refused(String token) {
        stranger().withToken(token).get(CHANNELS).refusedWith(401, "unauthenticated");
        cookie(token).refusedWith(401, "unauthenticated");
        page(token);
    }

    private static Answer with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return stranger()
                .withToken(AccessToken.signed(OURS, change.apply(AccessToken.claims(OWNER.session()))))
                .get(CHANNELS);
    }

    private static Answer cookie(String token) {
        return stranger().with("Cookie", "chatledger_session=" + token).get(CHANNELS);
    }

    /** A person is led to the sign-in page. */
    private static void page(String token) {
        Answer answer = stranger().with("Cookie", "chatledger_session=" + token).get("/panel");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/login");
    }

    private static Client stranger() {
        return RunningApplication.stranger();
    }
}
