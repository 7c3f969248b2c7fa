package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the panel that a feature brings, as a bean. Its name in the navigation is the text {@code nav.<name>}, the
 * texts of its scripts are those under {@code script.} in {@code messages/<name>.properties}, and its icon is the
 * fragment {@code icon} of {@code templates/panel/<name>/icons.html}.
 *
 * @param path where its first page is
 * @param order the smaller, the more it is used: among all sections, whatever their group
 * @param icon id of the symbol, without {@code i-}
 * @param permission without which nobody is led there; null where everybody is
 * @param past whether its pages can show an earlier time
 * @param apart whether it opens in a window of its own
 * @param pages where a feature's aggregates are shown, by the feature's name; {@code {id}} stands for the key
 */
public record PanelSection(
        String name,
        String path,
        PanelGroup group,
        int order,
        String icon,
        @Nullable String permission,
        boolean past,
        boolean apart,
        Map<String, String> pages) {

    /** For everybody, without a past. */
    public static PanelSection of(String name, String path, PanelGroup group, int order, String icon) {
        return new PanelSection(name, path, group, order, icon, null, false, false, Map.of());
    }

    public PanelSection needing(String wanted) {
        return new PanelSection(name, path, group, order, icon, wanted, past, apart, pages);
    }

    public PanelSection withPast() {
        return new PanelSection(name, path, group, order, icon, permission, true, apart, pages);
    }

    public PanelSection openingApart() {
        return new PanelSection(name, path, group, order, icon, permission, past, true, pages);
    }

    /** @param page that shows one aggregate of the feature, or all of them */
    public PanelSection showing(String feature, String page) {
        return new PanelSection(name, path, group, order, icon, permission, past, apart, Map.of(feature, page));
    }

    boolean isFor(Caller caller) {
        return permission == null || caller.may(permission);
    }

    /** Whether a page of it is there. */
    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path) && "/?".indexOf(address.charAt(path.length())) >= 0;
    }
}
