package io.chatledger.command.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees to it that there is a first super-admin, by what the environment says. */
@Component
class SuperAdmin {

    static final String DEVELOPMENT_PASSWORD = "admin-dev-only";

    private static final Logger LOG = LoggerFactory.getLogger(SuperAdmin.class);

    private final SignUp signUp;
    private final String email;
    private final String password;
    private final boolean development;

    SuperAdmin(
            SignUp signUp,
            @Value("${chatledger.superadmin.email:}") String email,
            @Value("${chatledger.superadmin.password:}") String password,
            @Value("${chatledger.mode:production}") String mode) {
        this.signUp = signUp;
        this.email = email;
        this.password = password;
        this.development = mode.equals("dev");
        if (password.equals(DEVELOPMENT_PASSWORD) && !development) {
            throw new IllegalStateException(
                    "CHATLEDGER_SUPERADMIN_PASSWORD is the one for development; choose another.");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ensure() {
        if (email.isBlank() || password.isBlank()) {
            LOG.info("No super-admin is configured");
            return;
        }
        signUp.ensureSuperAdmin(email, password);
    }
}
