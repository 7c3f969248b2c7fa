package io.chatledger.command.account;

import io.chatledger.command.RetentionRules;
import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantCommand.SetRetention;
import io.chatledger.kernel.tenant.TenantStreamId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a tenant decides how long it keeps what it has of customers. */
@RestController
class RetentionApi {

    private final ApiCommands commands;
    private final InstantSource clock;

    RetentionApi(ApiCommands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Both rules at once.
     *
     * @param journalBodiesDays null for what is usual
     * @param inactiveContactsDays null for never
     */
    record Retention(
            @Min(1) @Max(3650) @Nullable Integer journalBodiesDays,
            @Min(30) @Max(3650) @Nullable Integer inactiveContactsDays) {}

    /**
     * Decides how long data of customers is kept.
     *
     * <p>Both rules at once: what is left out gets its usual value.
     *
     * @return both rules, as they are now
     */
    @PutMapping("/api/v1/privacy/retention")
    @Allowed("privacy.write")
    ResponseEntity<Map<String, Object>> set(
            @Valid @RequestBody Retention body, Caller caller, HttpServletRequest request) {
        int bodies = Objects.requireNonNullElse(body.journalBodiesDays(), RetentionRules.USUAL_JOURNAL_BODIES_DAYS);
        SetRetention command = new SetRetention(
                TenantStreamId.ofTenant(caller.tenant()), bodies, body.inactiveContactsDays(), clock.instant());
        Map<String, Object> answer = new HashMap<>();
        answer.put("journalBodiesDays", bodies);
        answer.put("inactiveContactsDays", body.inactiveContactsDays());
        return commands.carryOut(
                request, Origin.of(caller.tenant(), caller.actor()), command, body, HttpStatus.OK, answer);
    }
}
