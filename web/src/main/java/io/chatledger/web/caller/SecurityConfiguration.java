package io.chatledger.web.caller;

import io.chatledger.kernel.permission.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what: everything needs a token but signing in, the providers' webhooks, health and static files. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String[] OPEN = {
        "/api/v1/auth/**",
        "/api/v1/audit/keys",
        "/actuator/health/**",
        "/login",
        "/register",
        "/webjars/**",
        "/panel/assets/**",
        "/v3/api-docs/**",
        "/docs/**",
        "/favicon.ico",
        "/error"
    };

    /** Webhooks are signed, not signed in: they need none of the filters, and there are many of them. */
    @Bean
    WebSecurityCustomizer webhooksBypass() {
        return web -> web.ignoring().requestMatchers("/webhooks/**");
    }

    /** Spans and timers around each of a dozen filters cost more than the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    BearerTokenResolver bearerTokenResolver() {
        return new HeaderOrCookie();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, SessionOfToken sessions, Unauthenticated unauthenticated)
            throws Exception {
        return http.csrf(csrf -> csrf.disable()) // a cookie alone never authenticates a change: see HeaderOrCookie
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, request) -> new AuthorizationDecision(isSuperAdmin(caller.get())))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(sessions))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(unauthenticated))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthenticated).accessDeniedHandler(unauthenticated))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** What the process measures is about all tenants. */
    private static boolean isSuperAdmin(@Nullable Authentication caller) {
        return caller instanceof SignedIn known && known.caller().role() == Role.super_admin;
    }

    /** Whether a person reads it. A stream of events is not a page: a redirect would only confuse its listener. */
    static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean panel = path.equals("/") || path.equals("/panel") || path.startsWith("/panel/");
        return reads && panel && !path.equals("/panel/stream");
    }
}
