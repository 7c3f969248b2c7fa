package io.chatledger.command.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where somebody signs in. Both say something about them. */
record Place(@Nullable String ipAddress, @Nullable String userAgent) {

    private static final int LONGEST_AGENT = 400;

    static Place of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Place(
                request.getRemoteAddr(),
                agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT));
    }

    @Override
    public String toString() {
        return "Place[hidden]";
    }
}
