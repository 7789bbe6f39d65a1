package io.slipway.monitor.operation.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.ui.Messages;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.operation.OperationConflictException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Explains what came in between before an operation was done, and shows the reason that
 * its reader had typed.
 */
@ControllerAdvice
@Order(0)
class OperationAdvice {

    private static final Pattern RELEASE = Pattern.compile("/monitor/releases/[\\w.-]+/operations");

    private final Messages messages;

    OperationAdvice(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView somethingCameBetween(OperationConflictException ex, HttpServletRequest request) {
        Matcher release = RELEASE.matcher(request.getRequestURI());
        return new ModelAndView("monitor/operation-conflict", HttpStatus.CONFLICT)
            .addObject("explanation", this.messages.text(ex.code(), ex.arguments()))
            .addObject("facts", Map.of())
            .addObject("typed", FormText.of(request.getParameter("reason")))
            .addObject("address", release.find() ? release.group() : "/monitor/jobs");
    }

}
