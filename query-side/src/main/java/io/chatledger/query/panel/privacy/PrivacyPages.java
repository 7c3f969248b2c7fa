package io.chatledger.query.panel.privacy;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Past;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.privacy.RetentionQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How long a shop keeps what it has of its customers, and how they are forgotten. */
@Controller
@ShowsNothingPersonal
class PrivacyPages {

    private final RetentionQueries retention;

    PrivacyPages(RetentionQueries retention) {
        this.retention = retention;
    }

    @GetMapping("/panel/privacy")
    String privacy(Caller caller, Model model) {
        caller.require("privacy.read");
        model.addAttribute("retention", retention.get(caller.tenant()));
        model.addAttribute("mayChange", caller.may("privacy.write") && Past.current() == null);
        return "panel/privacy/privacy";
    }
}
