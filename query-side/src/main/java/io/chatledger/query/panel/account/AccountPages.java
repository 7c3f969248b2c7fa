package io.chatledger.query.panel.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: pages whose forms a script sends to the public API. */
@Controller
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
