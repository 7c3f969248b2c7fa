package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sections that features have brought, the most used first. */
@Component
public class PanelSections {

    private final List<PanelSection> all;

    public PanelSections(List<PanelSection> all) {
        this.all = all.stream()
                .sorted(Comparator.comparingInt(PanelSection::order))
                .toList();
    }

    /** Those that somebody may see; none for a stranger. */
    PanelNavigation of(Optional<Caller> caller) {
        return new PanelNavigation(
                caller.map(known -> all.stream().filter(one -> one.isFor(known)).toList())
                        .orElse(List.of()));
    }

    /** Whether what an address leads to can be shown as of an earlier time. */
    boolean havePast(String address) {
        return all.stream()
                .filter(section -> section.holds(address))
                .max(Comparator.comparingInt(section -> section.path().length()))
                .map(PanelSection::past)
                .orElse(false);
    }
}
