package io.chatledger.lab.bench;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;

/** As much of an HTTP request as a command with an idempotency key looks at. */
final class KeyedRequest {

    private KeyedRequest() {}

    static HttpServletRequest of(String path, String key) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                KeyedRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, args) -> switch (method.getName()) {
                    case "getHeader" -> key;
                    case "getMethod" -> "POST";
                    case "getRequestURI" -> path;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
