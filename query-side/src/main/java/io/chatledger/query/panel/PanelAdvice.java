package io.chatledger.query.panel;

import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.problem.DomainProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages know, and what a person sees where the API would answer with a problem. */
@ControllerAdvice(basePackageClasses = PanelAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PanelAdvice {

    private final boolean sandbox;

    PanelAdvice(@Value("${chatledger.sandbox.enabled:false}") boolean sandbox) {
        this.sandbox = sandbox;
    }

    @ModelAttribute("sandbox")
    boolean sandbox() {
        return sandbox;
    }

    /** Whether the visitor runs the installation, and so has pages that others do not. */
    @ModelAttribute("platform")
    boolean platform(@AuthenticationPrincipal @Nullable Jwt token) {
        return token != null && Role.super_admin.name().equals(token.getClaimAsString("role"));
    }

    @ExceptionHandler(DomainProblem.class)
    ModelAndView refused(DomainProblem problem) {
        HttpStatus status = HttpStatus.valueOf(problem.kind().status());
        ModelAndView page = new ModelAndView("panel/problem", status);
        page.addObject("code", status.value());
        page.addObject("sandbox", sandbox);
        return page;
    }
}
