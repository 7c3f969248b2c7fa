package io.chatledger.web.bounds;

import io.chatledger.web.caller.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives those who have signed in the room for longer bodies, and their turn before strangers; behind the filters that find
 * out who they are.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SignedInBodies extends OncePerRequestFilter {

    private final BodyBounds bounds = BodyBounds.ofSignedIn();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn known = SignedIn.current();
        if (known != null && request.getAttribute(WholeBody.ATTRIBUTE) instanceof WholeBody body) {
            String tenant = known.caller().tenant().value();
            body.belongsTo(bounds, tenant);
            ServedConnection connection = ServedConnection.current();
            if (connection != null) {
                connection.signedIn(tenant);
            }
        }
        chain.doFilter(request, response);
    }
}
