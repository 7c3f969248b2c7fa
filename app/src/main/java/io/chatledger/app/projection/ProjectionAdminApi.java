package io.chatledger.app.projection;

import io.chatledger.app.Roles.ProjectionRole;
import io.chatledger.kernel.account.Caller;
import io.chatledger.projection.replay.ProjectionStatus;
import io.chatledger.projection.replay.ProjectionStatuses;
import io.chatledger.projection.replay.Rebuild;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
}
