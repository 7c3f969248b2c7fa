package io.chatledger.query.panel.channel;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Past;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.channel.ChannelQueries;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The numbers of a shop, and how to connect one more. */
@Controller
@ShowsNothingPersonal
class ChannelPages {

    private final ChannelQueries channels;

    ChannelPages(ChannelQueries channels) {
        this.channels = channels;
    }

    @GetMapping("/panel/channels")
    String channels(Caller caller, HttpServletRequest request, Model model) {
        caller.require("channels.read");
        model.addAttribute("channels", channels.all(caller.tenant()));
        model.addAttribute("mayConnect", caller.may("channels.write") && Past.current() == null);
        model.addAttribute(
                "callback",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/webhooks/whatsapp")
                        .toUriString());
        return "panel/channel/channels";
    }
}
