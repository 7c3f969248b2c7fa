package io.chatledger.kernel.report;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

/** Figures about the business; it has no events of its own. */
public final class ReportFeature implements Feature {

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String about() {
        return "Figures, counted from the events of others.";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of("reports.read", Role.auditor));
    }
}
