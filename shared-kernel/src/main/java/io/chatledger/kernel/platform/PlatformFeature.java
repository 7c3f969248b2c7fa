package io.chatledger.kernel.platform;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.permission.Permission;
import java.util.List;

/** What is done to the installation itself; it has no events of its own. */
public final class PlatformFeature implements Feature {

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public String about() {
        return "The running of the installation.";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.ofPlatform("platform.projections"), Permission.ofPlatform("platform.master-key"));
    }
}
