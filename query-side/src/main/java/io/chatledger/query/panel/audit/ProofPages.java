package io.chatledger.query.panel.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.audit.Checkpoints;
import io.chatledger.query.audit.HistoryVerification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the history is what it was, and a copy of it to take away. */
@Controller
@NotInThePast
@ShowsNothingPersonal
class ProofPages {

    private final HistoryVerification verification;
    private final Checkpoints checkpoints;

    ProofPages(HistoryVerification verification, Checkpoints checkpoints) {
        this.verification = verification;
        this.checkpoints = checkpoints;
    }

    /** The verdict comes after the page: it takes the reading of the whole history. */
    @GetMapping("/panel/audit/proof")
    String proof(Caller caller) {
        caller.require("audit.read");
        return "panel/audit/proof";
    }

    @GetMapping("/panel/fragments/proof")
    String verdict(Caller caller, Model model) {
        caller.require("audit.read");
        model.addAttribute("verdict", verification.verify(caller.tenant(), null));
        checkpoints.find(caller.tenant(), Paging.first(1)).items().stream()
                .findFirst()
                .ifPresent(last -> model.addAttribute("checkpoint", last));
        model.addAttribute("maySign", caller.may("audit.write"));
        return "panel/audit/proof :: verdict";
    }
}
