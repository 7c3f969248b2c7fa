package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
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
 */
public record PanelSection(
        String name,
        String path,
        PanelGroup group,
        int order,
        String icon,
        @Nullable String permission,
        boolean past,
        boolean apart) {

    /** For everybody, without a past. */
    public static PanelSection of(String name, String path, PanelGroup group, int order, String icon) {
        return new PanelSection(name, path, group, order, icon, null, false, false);
    }

    public PanelSection needing(String wanted) {
        return new PanelSection(name, path, group, order, icon, wanted, past, apart);
    }

    public PanelSection withPast() {
        return new PanelSection(name, path, group, order, icon, permission, true, apart);
    }

    public PanelSection openingApart() {
        return new PanelSection(name, path, group, order, icon, permission, past, true);
    }

    boolean isFor(Caller caller) {
        return permission == null || caller.may(permission);
    }

    /** Whether a page of it is there. */
    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path) && "/?".indexOf(address.charAt(path.length())) >= 0;
    }
}
