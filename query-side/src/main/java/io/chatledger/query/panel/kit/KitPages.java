package io.chatledger.query.panel.kit;

import io.chatledger.query.NotInThePast;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One page with all there is to look at; the tests of the browser look at it in place of every page in every state. */
@Controller
@OnlyInDevelopment
@NotInThePast
@ShowsNothingPersonal
class KitPages {

    private static final Instant THEN = Instant.parse("2026-11-20T15:04:05Z");

    private final List<KitPart> parts;

    KitPages(List<KitPart> parts) {
        this.parts = parts;
    }

    @GetMapping("/panel/kit")
    String kit(Model model) {
        model.addAttribute("parts", parts);
        model.addAttribute(
                "styles",
                Stream.concat(Stream.of("kit/kit.css"), parts.stream().flatMap(part -> part.styles().stream()))
                        .toList());
        model.addAttribute(
                "modules",
                parts.stream().flatMap(part -> part.modules().stream()).toList());
        model.addAttribute("kit", true);
        parts.forEach(part -> model.addAllAttributes(part.samples()));
        model.addAttribute("then", THEN);
        return "panel/kit/kit";
    }
}
