package io.slipway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * The answer while the database cannot work: 503, with a page for people and a problem
 * document for tools. It needs no session and no person, since both are in the database.
 */
class OutagePage {

    private static final String RETRY_AFTER_SECONDS = "10";

    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ITemplateEngine templates;

    private final MessageSource messages;

    private final ObjectMapper json;

    private final OutageLog log;

    OutagePage(ITemplateEngine templates, MessageSource messages, ObjectMapper json, OutageLog log) {
        this.templates = templates;
        this.messages = messages;
        this.json = json;
        this.log = log;
    }

    /**
     * Gives the answer in the place of what was begun.
     * @param response refused when it has already been sent in part
     */
    void write(HttpServletRequest request, HttpServletResponse response, Throwable outage) throws IOException {
        this.log.tell(outage);
        String words = "database." + (DatabaseOutage.refusesChanges(outage) ? "unchangeable" : "unreachable");
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (isForTools(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(this.json.writeValueAsString(problem(request, words)));
        }
        else {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            WebContext context = new WebContext(
                    JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response),
                    request.getLocale(), Map.of("words", words));
            this.templates.process("database/unreachable", context, response.getWriter());
        }
        response.flushBuffer();
    }

    private ProblemDetail problem(HttpServletRequest request, String words) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                this.messages.getMessage(words + ".lead", null, request.getLocale()));
        problem.setTitle(this.messages.getMessage(words + ".title", null, request.getLocale()));
        return problem;
    }

    private static boolean isForTools(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return true;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return !accepted.isEmpty() && accepted.stream().noneMatch(MediaType.TEXT_HTML::isCompatibleWith);
        }
        catch (InvalidMediaTypeException nonsense) {
            return false;
        }
    }

}
