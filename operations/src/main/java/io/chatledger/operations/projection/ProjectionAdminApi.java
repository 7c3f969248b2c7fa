package io.chatledger.operations.projection;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.projection.rebuild.ProjectionStatus;
import io.chatledger.projection.rebuild.ProjectionStatuses;
import io.chatledger.projection.rebuild.Rebuild;
import io.chatledger.query.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
class ProjectionAdminApi {

    private static final String PERMISSION = "platform.projections";

    private final ProjectionStatuses statuses;
    private final Rebuild rebuild;

    ProjectionAdminApi(ProjectionStatuses statuses, Rebuild rebuild) {
        this.statuses = statuses;
        this.rebuild = rebuild;
    }

    /**
     * Lists the projections and where they stand.
     */
    @GetMapping
    @Allowed(PERMISSION)
    Page<ProjectionStatus> all() {
        return new Page<>(statuses.all(), null);
    }

    /**
     * Makes the rows of a projection anew.
     *
     * <p>The present rows are shown until the new ones are complete.
     *
     * @param name of the projection
     * @return where it stands
     */
    @PostMapping("/{name}/rebuild")
    @Allowed(PERMISSION)
    @Refuses("rebuild-running")
    ResponseEntity<ProjectionStatus> rebuild(@PathVariable String name) {
        rebuild.start(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(statuses.of(name));
    }

    /**
     * Makes the rows of several projections anew, in one pass over the history.
     *
     * <p>Of those that are named, or of all.
     *
     * @return where all of them stand
     */
    @PostMapping("/rebuild")
    @Allowed(PERMISSION)
    @Refuses("rebuild-running")
    ResponseEntity<Page<ProjectionStatus>> rebuildTogether(@RequestBody(required = false) @Nullable Names body) {
        List<String> names = body == null || body.names() == null
                ? statuses.all().stream().map(ProjectionStatus::name).toList()
                : body.names();
        if (names.isEmpty()) {
            throw DomainProblem.invalid("names", "required", "Name at least one projection.");
        }
        rebuild.start(names);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(all());
    }

    /**
     * Ends a rebuild, with those that were started together with it.
     *
     * <p>The rows stay as they are.
     *
     * @param name of the projection
     * @return where it stands
     */
    @PostMapping("/{name}/rebuild/cancel")
    @Allowed(PERMISSION)
    @Refuses("rebuild-not-running")
    ResponseEntity<ProjectionStatus> cancel(@PathVariable String name) {
        rebuild.cancel(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(statuses.of(name));
    }

    /**
     * Drops the rows as they were before the last rebuild.
     *
     * @param name of the projection
     * @return nothing
     */
    @DeleteMapping("/{name}/previous")
    @Allowed(PERMISSION)
    ResponseEntity<Void> dropPrevious(@PathVariable String name) {
        statuses.dropPrevious(name);
        return ResponseEntity.noContent().build();
    }

    /** @param names of projections; all of them where it is absent */
    record Names(@Nullable List<String> names) {}
}
