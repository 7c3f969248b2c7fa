package io.chatledger.query.panel.account;

import io.chatledger.query.ShowsNothingPersonal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: pages whose forms a script sends to the public API. */
@Controller
@ShowsNothingPersonal
class AccountPages {

    @GetMapping("/")
    String home() {
        return "redirect:/panel";
    }

    @GetMapping("/login")
    String login() {
        return "panel/account/login";
    }

    @GetMapping("/register")
    String register() {
        return "panel/account/register";
    }
}
