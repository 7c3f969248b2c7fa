package io.chatledger.kernel.problem;

import org.jspecify.annotations.Nullable;

/** The application cannot start. The message is one line for the person who started it. */
public class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupFailure(String message) {
        this(message, null);
    }

    public StartupFailure(String message, @Nullable Throwable cause) {
        super(message.strip().replaceAll("\\s*\\R\\s*", " "), cause);
    }
}
