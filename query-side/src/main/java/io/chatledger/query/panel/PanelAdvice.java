package io.chatledger.query.panel;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.CurrentCaller;
import io.chatledger.query.Past;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages know, and what a person sees where the API would answer with a problem. */
@ControllerAdvice(basePackageClasses = PanelAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PanelAdvice {

    private static final String MAKING = "replay-building";

    private final PanelSections sections;
    private final TextBundles texts;
    private final CurrentCaller callers;

    PanelAdvice(PanelSections sections, TextBundles texts, CurrentCaller callers) {
        this.sections = sections;
        this.texts = texts;
        this.callers = callers;
    }

    /** The time that a page shows; null in the present. */
    @ModelAttribute("past")
    @Nullable
    Instant past() {
        Past past = Past.current();
        return past == null ? null : past.moment();
    }

    /** How addresses say it; null in the present. */
    @ModelAttribute("pastView")
    @Nullable
    Past pastView() {
        return Past.current();
    }

    @ModelAttribute("navigation")
    PanelNavigation navigation() {
        return sections.of(callers.find());
    }

    @ModelAttribute("texts")
    TextBundles texts() {
        return texts;
    }

    @ExceptionHandler(DomainProblem.class)
    ModelAndView refused(DomainProblem problem, HttpServletResponse response) {
        if (problem.code().equals(MAKING)) {
            response.setHeader("Refresh", "1");
        }
        HttpStatus status = HttpStatus.valueOf(problem.kind().status());
        ModelAndView page = new ModelAndView("panel/problem", status);
        page.addObject("code", status.value());
        page.addObject("past", past());
        page.addObject("pastView", pastView());
        page.addObject("navigation", navigation());
        page.addObject("texts", texts);
        return page;
    }
}
