package io.slipway.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what goes wrong outside the controllers, in filters and while a page is being
 * rendered, in the same words as {@link ErrorPages}.
 */
@Controller
class FallbackErrors implements ErrorController {

    private final Failures failures;

    private final ErrorPages pages;

    FallbackErrors(Failures failures, ErrorPages pages) {
        this.failures = failures;
        this.pages = pages;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        return this.pages.answer(failure(request), request, response);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return this.failures.of(thrown);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return this.failures.of((status instanceof Integer code) ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND);
    }

    /**
     * The path that failed, also while the error itself is dispatched.
     * @return the path that the person asked for
     */
    static String failedAddress(HttpServletRequest request) {
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (address != null) ? address.toString() : request.getRequestURI();
    }

}
