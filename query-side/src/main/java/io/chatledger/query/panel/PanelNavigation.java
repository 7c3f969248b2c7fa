package io.chatledger.query.panel;

import java.util.Arrays;
import java.util.List;

/**
 * What the visitor is led to.
 *
 * @param sections the most used first
 */
public record PanelNavigation(List<PanelSection> sections) {

    private static final int IN_THE_BAR = 4;

    /** Sections under one heading. */
    public record Group(String name, List<PanelSection> sections) {}

    /** Those that have any. */
    public List<Group> groups() {
        return Arrays.stream(PanelGroup.values())
                .map(group -> new Group(
                        group.name(),
                        sections.stream().filter(one -> one.group() == group).toList()))
                .filter(group -> !group.sections().isEmpty())
                .toList();
    }

    /** As many as a narrow screen has room for. */
    public List<PanelSection> mostUsed() {
        return sections.stream().filter(one -> !one.apart()).limit(IN_THE_BAR).toList();
    }

    /** Whether that section is one of those that a narrow screen has no room for. */
    public boolean leadsFurtherTo(String name) {
        return has(name) && mostUsed().stream().noneMatch(one -> one.name().equals(name));
    }

    /** Whether the visitor is led to that section. */
    public boolean has(String name) {
        return sections.stream().anyMatch(one -> one.name().equals(name));
    }
}
