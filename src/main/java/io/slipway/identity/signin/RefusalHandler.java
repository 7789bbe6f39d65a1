package io.slipway.identity.signin;

import java.io.IOException;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.signin.form.UnsentForms;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Writes every refusal down, whether a filter or a service refused, and leaves the page
 * to the error pages. What was refused is rolled back by then, so the record has a
 * transaction of its own. Refusals by a duty are left to the choke point, which knows the
 * release.
 */
@Component
class RefusalHandler implements AccessDeniedHandler, HandlerExceptionResolver, Ordered {

    private static final int SUBJECT_LENGTH = 200;

    private static final String RECORDED = RefusalHandler.class.getName();

    private final Journal journal;

    private final CurrentActor currentActor;

    private final UnsentForms unsentForms;

    private final TransactionTemplate transaction;

    RefusalHandler(Journal journal, CurrentActor currentActor, UnsentForms unsentForms,
            PlatformTransactionManager transactions) {
        this.journal = journal;
        this.currentActor = currentActor;
        this.unsentForms = unsentForms;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception exception) {
        if (exception instanceof AccessDeniedException refusal && !(exception instanceof DutyConflictException)) {
            record(request, refusal);
        }
        return null;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        boolean signedIn = !this.currentActor.get().isSystem();
        if (refusal instanceof CsrfException && this.unsentForms.keep(request)) {
            SignInEntryPoint.send(request, response, UnsentForms.ADDRESS);
            return;
        }
        if (!signedIn && refusal instanceof CsrfException && !SignInEntryPoint.isTool(request)) {
            SignInEntryPoint.send(request, response, "/sign-in?expired");
            return;
        }
        record(request, refusal);
        if (SignInEntryPoint.isTool(request)) {
            Problem.write(request, response, HttpStatus.FORBIDDEN, "Your roles do not allow this");
            return;
        }
        request.setAttribute("jakarta.servlet.error.exception", refusal);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Writes a refusal down, once for each request. */
    void record(HttpServletRequest request, AccessDeniedException refusal) {
        if (this.currentActor.get().isSystem() || request.getAttribute(RECORDED) != null) {
            return;
        }
        request.setAttribute(RECORDED, true);
        String address = request.getRequestURI();
        String subject = address.substring(0, Math.min(address.length(), SUBJECT_LENGTH));
        JournalEntry entry = JournalEntry.of("access.refused", "page", subject)
            .with(Map.of("method", request.getMethod(), "rule", rule(refusal)));
        this.transaction.executeWithoutResult((status) -> this.journal.record(entry));
    }

    private static String rule(AccessDeniedException refusal) {
        return (refusal instanceof CsrfException) ? "same-session" : "role";
    }

}
