package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.OnlyInSandbox;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The phone. {@code ?number=<phone number id>} chooses the business number and remembers it. */
@Controller
@OnlyInSandbox
@Hidden
class PhonePage {

    private final SandboxNumbers numbers;
    private final ConnectedNumbers connected;

    PhonePage(SandboxNumbers numbers, ConnectedNumbers connected) {
        this.numbers = numbers;
        this.connected = connected;
    }

    @GetMapping("/sandbox")
    String page(@RequestParam Optional<String> number, Model model) {
        connected.all().ifPresent(numbers::learn);
        number.filter(id -> id.matches("[A-Za-z0-9_-]{1,64}")).ifPresent(numbers::use);
        model.addAttribute("number", numbers.all().getFirst());
        model.addAttribute("codes", codes());
        return "sandbox/phone";
    }

    private static Map<Integer, String> codes() {
        Map<Integer, String> codes = new LinkedHashMap<>();
        for (GraphCode code : GraphCode.values()) {
            codes.put(code.code(), code.code() + " " + code.title());
        }
        return codes;
    }
}
