package io.chatledger.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * What is asked is asked by parameters: left to itself, Spring also takes a header for a field of the same name, and a
 * proxy's {@code Type} or {@code Status} would narrow an auditor's answer unseen.
 */
@ControllerAdvice
class ParametersOnly {

    @InitBinder
    void takeNoHeaders(WebDataBinder binder) {
        if (binder instanceof ExtendedServletRequestDataBinder parameters) {
            parameters.addHeaderPredicate(header -> false);
        }
    }
}
