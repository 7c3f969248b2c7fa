package io.chatledger.query.panel.platform;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.ShowsNothingPersonal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What whoever runs the installation looks at. The pages are empty: a script fills them from the JSON API. */
@Controller
@RequestMapping("/panel/admin")
@NotInThePast
@ShowsNothingPersonal
class PlatformPages {

    @GetMapping("/projections")
    String projections(Caller caller) {
        caller.require("platform.projections");
        return "panel/platform/projections";
    }

    @GetMapping("/dead-letters")
    String deadLetters(Caller caller) {
        caller.require("platform.dead-letters");
        return "panel/platform/dead-letters";
    }
}
