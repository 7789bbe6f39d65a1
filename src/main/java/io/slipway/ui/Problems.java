package io.slipway.ui;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Says what went wrong as a problem document (RFC 9457), in the same words as the error
 * pages.
 */
@Component
public class Problems {

    private final Failures failures;

    Problems(Failures failures) {
        this.failures = failures;
    }

    /**
     * Judges an exception; an unexpected one is logged under the reference that the
     * document names.
     * @return what to say, with its status
     */
    public ProblemDetail of(Throwable thrown, HttpServletRequest request) {
        return of(this.failures.of(thrown), request);
    }

    static ProblemDetail of(Failure failure, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(failure.status(), failure.text());
        problem.setTitle(failure.title());
        problem.setInstance(URI.create(FallbackErrors.failedAddress(request)));
        List.of("reference", "reason").forEach((name) -> {
            if (failure.details().containsKey(name)) {
                problem.setProperty(name, failure.details().get(name));
            }
        });
        return problem;
    }

}
