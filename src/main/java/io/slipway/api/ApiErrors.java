package io.slipway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.ui.Messages;
import io.slipway.ui.Problems;
import io.slipway.workflow.WorkItemConflictException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers everything that goes wrong under {@code /api} with a problem document (RFC
 * 9457) that has one entry for each field at fault, whatever the call accepts.
 */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    static final String PREFIX = "/api/";

    private static final int AFTER_THE_RECORD = HIGHEST_PRECEDENCE + 10;

    private final Problems problems;

    private final Messages messages;

    private final ObjectMapper json;

    ApiErrors(Problems problems, Messages messages, ObjectMapper json) {
        this.problems = problems;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return AFTER_THE_RECORD;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (response.isCommitted() || !request.getRequestURI().startsWith(request.getContextPath() + PREFIX)) {
            return null;
        }
        try {
            if (failure instanceof ErrorResponse known) {
                known.getHeaders()
                    .forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
            }
            write(response, problem(failure, request));
            return new ModelAndView();
        }
        catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sends a problem document. */
    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(this.json.writeValueAsString(problem));
        response.flushBuffer();
    }

    /** What to say of a failure. */
    ProblemDetail problem(Throwable failure, HttpServletRequest request) {
        if (failure instanceof InvalidInputException invalid) {
            return invalid(request, failure,
                    invalid.problems()
                        .stream()
                        .map((one) -> new FieldProblem(one.field(), this.messages.text(one.code(), one.arguments())))
                        .toList());
        }
        if (failure instanceof RowsRefusedException refused) {
            return described(blank(request), HttpStatus.UNPROCESSABLE_ENTITY,
                    this.messages.text("api.rows", refused.count()), refused.problems());
        }
        if (failure instanceof TooLargeException) {
            return tooLarge(request);
        }
        if (failure instanceof BindException invalid) {
            return invalid(request, failure, errors(invalid));
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(request, unreadable);
        }
        if (failure instanceof ApiRefusal refusal) {
            return described(blank(request), refusal.status(), this.messages.text(refusal.code(), refusal.arguments()),
                    List.of());
        }
        if (failure instanceof WorkItemConflictException) {
            return described(blank(request), HttpStatus.CONFLICT, this.messages.text("api.faster"), List.of());
        }
        ProblemDetail problem = this.problems.of(failure, request);
        if (failure instanceof StaleFormException stale) {
            if (request.getHeader(HttpHeaders.IF_MATCH) != null) {
                described(problem, HttpStatus.PRECONDITION_FAILED, this.messages.text("api.changed"), List.of());
            }
            problem.setProperty("errors",
                    stale.submitted()
                        .entrySet()
                        .stream()
                        .filter((field) -> !field.getValue().equals(stale.current().get(field.getKey())))
                        .map((field) -> new FieldProblem(field.getKey(),
                                this.messages.text("api.stale", stale.current().getOrDefault(field.getKey(), ""))))
                        .toList());
        }
        return problem;
    }

    private ProblemDetail unreadable(HttpServletRequest request, HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeException) {
                return tooLarge(request);
            }
            if (cause instanceof JsonProcessingException wrong) {
                return unreadable(request, failure, wrong);
            }
        }
        return described(this.problems.of(failure, request), HttpStatus.BAD_REQUEST,
                this.messages.text("api.unreadable"), List.of());
    }

    private ProblemDetail unreadable(HttpServletRequest request, Throwable failure, JsonProcessingException wrong) {
        String field = (wrong instanceof JsonMappingException mapping) ? field(mapping) : "";
        String where = (wrong.getLocation() != null) ? this.messages.text("api.unreadable.at",
                wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr())
                : this.messages.text("api.unreadable");
        return described(this.problems.of(failure, request), HttpStatus.BAD_REQUEST, where,
                List.of(new FieldProblem(field, where)));
    }

    /** What to say of a body that is too large. */
    ProblemDetail tooLarge(HttpServletRequest request) {
        String text = this.messages.text("api.too-large", BodyLimit.mostKib(request));
        return described(blank(request), HttpStatus.PAYLOAD_TOO_LARGE, text, List.of());
    }

    /** What to say where a filter refuses. */
    ProblemDetail refused(HttpServletRequest request, HttpStatus status, String code, Object... arguments) {
        return described(blank(request), status, this.messages.text(code, arguments), List.of());
    }

    private static ProblemDetail blank(HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    private ProblemDetail invalid(HttpServletRequest request, Throwable failure, List<FieldProblem> errors) {
        return described(this.problems.of(failure, request), HttpStatus.UNPROCESSABLE_ENTITY,
                errors.isEmpty() ? this.messages.text("api.invalid") : errors.get(0).message(), errors);
    }

    private ProblemDetail described(ProblemDetail problem, HttpStatus status, String detail,
            List<FieldProblem> errors) {
        problem.setStatus(status);
        problem.setTitle(this.messages.text("api.title." + status.value()));
        problem.setDetail(detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    private List<FieldProblem> errors(BindException invalid) {
        return invalid.getAllErrors()
            .stream()
            .map((error) -> new FieldProblem(
                    (error instanceof org.springframework.validation.FieldError field) ? field.getField() : "",
                    this.messages.text(error)))
            .sorted(java.util.Comparator.comparing(FieldProblem::field))
            .toList();
    }

    private static String field(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        mapping.getPath().forEach((step) -> {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            }
            else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        });
        return path.toString();
    }

}
