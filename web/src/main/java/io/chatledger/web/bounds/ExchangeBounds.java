package io.chatledger.web.bounds;

import io.chatledger.command.request.ClientAddress;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Stands around every exchange: who really asks, and what the body may take. */
final class ExchangeBounds extends ValveBase {

    private final WebLimits limits;
    private final TrustedProxies proxies;
    private final Path folder;
    private final BodyBounds webhooks = BodyBounds.ofWebhooks();
    private final BodyBounds strangersWebhooks = BodyBounds.ofWebhooks();
    private final BodyBounds unknown = BodyBounds.ofUnknown();
    private final UnreadBody unread = new UnreadBody();

    /** @param folder where large bodies lie meanwhile */
    ExchangeBounds(WebLimits limits, TrustedProxies proxies, Path folder) {
        super(true);
        this.limits = limits;
        this.proxies = proxies;
        this.folder = folder;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ServedConnection connection = ServedConnection.current();
        if (connection != null) {
            connection.entered();
        }
        nameClient(request);
        blameCaller(response);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (WholeBody body = body(request, connection)) {
            request.setAttribute(WholeBody.ATTRIBUTE, body);
            getNext().invoke(request, response);
            if (connection != null && isSigned(request, response)) {
                connection.signed(ClientAddress.of(request));
            }
            if (!request.isAsync()) {
                unread.settle(request, response, body);
            }
        } finally {
            left(connection, request.isAsync());
        }
    }

    /** Only a webhook that is signed is taken. */
    private static boolean isSigned(Request request, Response response) {
        return "POST".equals(request.getMethod())
                && isWebhook(request)
                && response.getStatus() == HttpStatus.OK.value();
    }

    private static void left(@Nullable ServedConnection connection, boolean async) {
        if (connection != null) {
            connection.left(async);
        }
    }

    private WholeBody body(Request request, @Nullable ServedConnection connection) {
        String client = ClientAddress.of(request);
        BodyBounds bounds = isWebhook(request) ? ofWebhook(connection, client) : unknown;
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        WholeBody body = new WholeBody(coyote, limits.limit(), bounds, client, folder);
        coyote.setInputBuffer(body);
        return body;
    }

    /** Anybody can write what looks like a signature; that takes nothing from those whose signatures were good. */
    BodyBounds ofWebhook(@Nullable ServedConnection connection, String client) {
        return connection != null && connection.knows(client) ? webhooks : strangersWebhooks;
    }

    private static boolean isWebhook(Request request) {
        String path = request.getRequestURI(); // none where Tomcat could not find it
        return path != null && path.startsWith("/webhooks/");
    }

    private void nameClient(Request request) {
        String peer = request.getRemoteAddr();
        String client = proxies.client(peer, values(request, "Forwarded"), values(request, "X-Forwarded-For"));
        if (!client.equals(peer)) {
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
        }
    }

    private static List<String> values(Request request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /** What Tomcat does not speak is the caller's fault, not ours. */
    private static void blameCaller(Response response) {
        int status = response.getStatus();
        if (status == HttpStatus.NOT_IMPLEMENTED.value() || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
    }
}
