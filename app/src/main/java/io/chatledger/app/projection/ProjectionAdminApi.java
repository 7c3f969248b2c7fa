package io.chatledger.app.projection;

import io.chatledger.app.Roles.ProjectionRole;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.replay.ProjectionStatus;
import io.chatledger.projection.replay.ProjectionStatuses;
import io.chatledger.projection.replay.Rebuild;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the projections stand, and their rebuild, for super-admins. */
@RestController
@RequestMapping("/api/v1/admin/projections")
@Conditional(ProjectionRole.class)
class ProjectionAdminApi {

    private static final String PERMISSION = "platform.projections";

    private final ProjectionStatuses statuses;
    private final Rebuild rebuild;

    ProjectionAdminApi(ProjectionStatuses statuses, Rebuild rebuild) {
        this.statuses = statuses;
        this.rebuild = rebuild;
    }

    @GetMapping
    Map<String, Object> all(Caller caller) {
        caller.require(PERMISSION);
        Map<String, Object> page = new HashMap<>();
        page.put("items", statuses.all());
        page.put("nextCursor", null);
        return page;
    }

    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionStatus> rebuild(@PathVariable String name, Caller caller) {
        caller.require(PERMISSION);
        rebuild.start(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(statuses.of(name));
    }

    /** Those that are named, or all, in one pass over the history. */
    @PostMapping("/rebuild")
    ResponseEntity<Map<String, Object>> rebuildTogether(
            @RequestBody(required = false) @Nullable Names body, Caller caller) {
        caller.require(PERMISSION);
        List<String> names = body == null || body.names() == null
                ? statuses.all().stream().map(ProjectionStatus::name).toList()
                : body.names();
        if (names.isEmpty()) {
            throw DomainProblem.invalid("names", "required", "Name at least one projection.");
        }
        rebuild.start(names);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(all(caller));
    }

    /** Ends it, with those that were started together with it; the rows stay as they are. */
    @PostMapping("/{name}/rebuild/cancel")
    ResponseEntity<ProjectionStatus> cancel(@PathVariable String name, Caller caller) {
        caller.require(PERMISSION);
        rebuild.cancel(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(statuses.of(name));
    }

    /** The rows as they were before the last rebuild are not needed any more. */
    @DeleteMapping("/{name}/previous")
    ResponseEntity<Void> dropPrevious(@PathVariable String name, Caller caller) {
        caller.require(PERMISSION);
        statuses.dropPrevious(name);
        return ResponseEntity.noContent().build();
    }

    record Names(@Nullable List<String> names) {}
}
