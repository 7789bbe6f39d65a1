package io.slipway.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import jakarta.servlet.ServletException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Judges what went wrong: which status it is, and what the person is told. Nothing of an
 * exception's text reaches the person unless the portal wrote it for people.
 */
@Component
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    /** Statuses that have words of their own. */
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    private static final Set<String> BARE_REFUSALS = Set.of("Access Denied", "Access is denied", "");

    private final Messages messages;

    Failures(Messages messages) {
        this.messages = messages;
    }

    /**
     * Judges an exception. An unexpected one is logged with the reference that the page
     * shows.
     */
    Failure of(Throwable thrown) {
        Throwable ex = unwrap(thrown);
        if (ex instanceof NotFoundException missing) {
            return failure(HttpStatus.NOT_FOUND,
                    this.messages.text("ui.error.404.named", missing.kind(), missing.key()),
                    this.messages.text("ui.error.404.named.text"), Map.of());
        }
        if (ex instanceof AccessDeniedException refusal) {
            String reason = (refusal.getMessage() != null) ? refusal.getMessage() : "";
            boolean told = !BARE_REFUSALS.contains(reason) && !reason.contains("CSRF");
            return failure(HttpStatus.FORBIDDEN, this.messages.text("ui.error.403.title"),
                    this.messages.text("ui.error.403.text"), told ? Map.of("reason", reason) : Map.of());
        }
        if (ex instanceof StaleFormException stale) {
            return failure(HttpStatus.CONFLICT, this.messages.text("ui.error.stale.title"),
                    this.messages.text("ui.error.stale.text"),
                    Map.of("address", stale.address(), "rows", StaleRow.of(stale)));
        }
        if (ex instanceof InvalidInputException invalid) {
            return failure(HttpStatus.BAD_REQUEST, this.messages.text("ui.error.400.title"),
                    this.messages.text(invalid.code(), invalid.arguments()), Map.of());
        }
        if (ex instanceof ConcurrencyFailureException) {
            return of(HttpStatus.CONFLICT);
        }
        HttpStatusCode status = status(ex);
        return status.is5xxServerError() ? unexpected(status, ex) : of(status);
    }

    /**
     * What to say of a bare status.
     * @return the words of that status
     */
    Failure of(HttpStatusCode status) {
        String words = WORDED.contains(status.value()) ? "" + status.value()
                : (status.is5xxServerError() ? "500" : "4xx");
        return failure(status, this.messages.text("ui.error." + words + ".title"),
                this.messages.text("ui.error." + words + ".text"), Map.of());
    }

    private Failure unexpected(HttpStatusCode status, Throwable ex) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error("Error {}", reference, ex);
        Failure bare = of(status);
        return failure(status, bare.title(), bare.text(), Map.of("reference", reference));
    }

    private static HttpStatusCode status(Throwable ex) {
        if (ex instanceof MaxUploadSizeExceededException) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        if (SenderGoneException.isBehind(ex)) {
            return HttpStatus.BAD_REQUEST;
        }
        if (ex instanceof ErrorResponse response) {
            return response.getStatusCode();
        }
        if (ex instanceof TypeMismatchException || ex instanceof HttpMessageNotReadableException
                || ex instanceof BindException || ex instanceof MultipartException
                || ex instanceof RequestRejectedException) {
            return HttpStatus.BAD_REQUEST;
        }
        ResponseStatus annotation = AnnotatedElementUtils.findMergedAnnotation(ex.getClass(), ResponseStatus.class);
        return (annotation != null) ? annotation.code() : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable ex = thrown;
        while (ex instanceof ServletException && !(ex instanceof ErrorResponse) && ex.getCause() != null) {
            ex = ex.getCause();
        }
        return ex;
    }

    private Failure failure(HttpStatusCode status, String title, String text, Map<String, Object> details) {
        return new Failure(status, title, text, details);
    }

    /**
     * One field of a stale form.
     *
     * @param label key of the field's label
     */
    record StaleRow(String label, String current, String submitted) {

        static List<StaleRow> of(StaleFormException stale) {
            return stale.submitted()
                .entrySet()
                .stream()
                .map((field) -> new StaleRow(field.getKey(), stale.current().getOrDefault(field.getKey(), ""),
                        field.getValue()))
                .toList();
        }

        public boolean differs() {
            return !this.current.equals(this.submitted);
        }

    }

}
