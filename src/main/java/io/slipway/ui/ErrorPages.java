package io.slipway.ui;

import java.util.List;

import io.slipway.input.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers everything that goes wrong in a controller: a page that says what to do next,
 * or a problem in JSON for tools that ask for it. Features may handle exceptions of their
 * own in an advice with a higher precedence; a lost database is answered before all of
 * them, by the package {@code database}.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages {

    private final Failures failures;

    ErrorPages(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler
    @Nullable Object answer(Exception ex, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (ex instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return null;
        }
        if (ex instanceof AuthenticationException || (ex instanceof AccessDeniedException && !signedIn())) {
            throw ex;
        }
        if (ex instanceof ErrorResponse framework) {
            framework.getHeaders()
                .forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
        }
        Failure failure = this.failures.of(ex);
        boolean form = ex instanceof InvalidInputException && HttpMethod.POST.matches(request.getMethod());
        return answer(form ? failure.as(HttpStatus.UNPROCESSABLE_ENTITY) : failure, request, response);
    }

    /**
     * Answers a failure in the form that the request asks for.
     * @return a page, or a problem in JSON
     */
    Object answer(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.setAttribute(PageFrame.FAILED, true);
        if (wantsJson(request)) {
            return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(failure, request));
        }
        ModelAndView page = new ModelAndView(failure.view());
        page.setStatus(HttpStatus.resolve(failure.status().value()));
        page.addObject("status", failure.status().value());
        page.addObject("errorTitle", failure.title());
        page.addObject("errorText", failure.text());
        page.addAllObjects(failure.details());
        return page;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        if (FallbackErrors.failedAddress(request).startsWith(request.getContextPath() + "/api/")) {
            return true;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            return accepted.stream().noneMatch((type) -> type.includes(MediaType.TEXT_HTML))
                    && accepted.stream().anyMatch((type) -> type.getSubtype().endsWith("json"));
        }
        catch (InvalidMediaTypeException ex) {
            return false;
        }
    }

    private static boolean signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }

}
