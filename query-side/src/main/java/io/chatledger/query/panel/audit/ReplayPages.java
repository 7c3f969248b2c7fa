package io.chatledger.query.panel.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.replay.ReplayQueries;
import io.chatledger.query.replay.ReplayView;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The views of the past that somebody of a tenant has asked for; a script sends what is asked to the JSON API. */
@Controller
@NotInThePast
@ShowsNothingPersonal
class ReplayPages {

    private final ReplayQueries replays;

    ReplayPages(ReplayQueries replays) {
        this.replays = replays;
    }

    @GetMapping("/panel/audit/replays")
    String replays(Caller caller, Model model) {
        list(caller, model);
        return "panel/audit/replays";
    }

    @GetMapping("/panel/fragments/replays")
    String newest(Caller caller, Model model) {
        list(caller, model);
        return "panel/audit/replays :: list";
    }

    private void list(Caller caller, Model model) {
        caller.require("audit.read");
        List<ReplayView> items = replays.find(caller.tenant(), Paging.first(Paging.MOST)).items().stream()
                .filter(ReplayView::asked)
                .toList();
        model.addAttribute("replays", items);
        model.addAttribute(
                "building", items.stream().anyMatch(one -> one.status().equals("building")));
    }
}
