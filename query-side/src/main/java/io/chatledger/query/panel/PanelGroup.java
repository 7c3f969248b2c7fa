package io.chatledger.query.panel;

/** How the navigation sorts sections, in this order. Its heading is the text {@code nav.group.<name>}. */
public enum PanelGroup {
    daily,
    insight,
    setup,
    installation,
    tools
}
