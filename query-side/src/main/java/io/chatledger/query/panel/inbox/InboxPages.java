package io.chatledger.query.panel.inbox;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.ShowsPersonalData;
import io.chatledger.query.panel.LinksToThePast;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox as whole pages, and the pieces of it that htmx asks for. */
@Controller
@RequestMapping("/panel")
class InboxPages {

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @ShowsPersonalData("conversations")
    String inbox(Caller caller, InboxQuery query, Model model) {
        caller.require("conversations.read");
        inbox.list(caller, query, model);
        return "panel/inbox/inbox";
    }

    @GetMapping("/conversations/{id}")
    @ShowsPersonalData("conversations")
    @ShowsPersonalData(value = "conversation", id = "id")
    @ShowsPersonalData(value = "messages", id = "id")
    String conversation(Caller caller, @PathVariable String id, InboxQuery query, Model model) {
        caller.require("conversations.read");
        inbox.thread(caller, id, model);
        inbox.customer(caller, id, model);
        inbox.list(caller, query, model);
        return "panel/inbox/inbox";
    }

    @GetMapping("/fragments/list")
    @ShowsPersonalData("conversations")
    String list(Caller caller, InboxQuery query, Model model) {
        caller.require("conversations.read");
        inbox.list(caller, query, model);
        return "panel/inbox/list :: list";
    }

    /** @param open whether the customer's pane comes with it, and the address bar follows */
    @GetMapping("/fragments/thread/{id}")
    @ShowsPersonalData(value = "conversation", id = "id")
    @ShowsPersonalData(value = "messages", id = "id")
    String thread(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean open,
            HttpServletResponse response,
            Model model) {
        caller.require("conversations.read");
        inbox.thread(caller, id, model);
        if (!open) {
            return "panel/inbox/thread :: thread";
        }
        inbox.customer(caller, id, model);
        String page = UriComponentsBuilder.fromPath("/panel/conversations/{id}")
                .encode()
                .build(id)
                .toString();
        response.setHeader("HX-Push-Url", LinksToThePast.dated(page));
        return "panel/inbox/thread :: opened";
    }

    @GetMapping("/fragments/earlier/{id}")
    @ShowsPersonalData(value = "messages", id = "id")
    String earlier(Caller caller, @PathVariable String id, @RequestParam String cursor, Model model) {
        caller.require("conversations.read");
        inbox.earlier(caller, id, cursor, model);
        return "panel/inbox/thread :: earlier";
    }

    @GetMapping("/fragments/customer/{id}")
    @ShowsPersonalData(value = "conversation", id = "id")
    String customer(Caller caller, @PathVariable String id, Model model) {
        caller.require("conversations.read");
        inbox.customer(caller, id, model);
        return "panel/inbox/customer :: customer";
    }
}
