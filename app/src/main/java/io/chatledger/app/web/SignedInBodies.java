package io.chatledger.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives those who have signed in the room for longer bodies; behind the filters that find out who they are. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SignedInBodies extends OncePerRequestFilter {

    private final BodyBounds bounds = BodyBounds.ofSignedIn();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Jwt token
                && request.getAttribute(Body.ATTRIBUTE) instanceof Body body) {
            body.belongsTo(bounds, String.valueOf(token.getClaimAsString("tenant")));
        }
        chain.doFilter(request, response);
    }
}
