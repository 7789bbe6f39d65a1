package io.slipway.identity.signin;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.slipway.identity.signin.UnsentForm.Field;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Keeps a form whose session had ended, so that nothing typed is lost. Only what came
 * from a page of the portal is kept, never a password, and nothing is done before its
 * author has read and sent it again.
 */
@Component
class UnsentForms {

    /** Where a kept form is shown. */
    static final String ADDRESS = "/unsent-form";

    private static final String ATTRIBUTE = UnsentForm.class.getName();

    private static final int MOST_CHARACTERS = 100_000;

    private static final Set<String> WITHOUT_TEXT = Set.of("/sign-in", "/sign-out", "/theme");

    /**
     * Keeps the form of a request in the session.
     * @param request the refused request
     * @return whether it was kept
     */
    boolean keep(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        List<Field> fields = fields(request);
        if (!HttpMethod.POST.matches(request.getMethod()) || WITHOUT_TEXT.contains(path) || fields.isEmpty()
                || !fromOurPage(request)) {
            return false;
        }
        String query = request.getQueryString();
        request.getSession()
            .setAttribute(ATTRIBUTE, new UnsentForm((query != null) ? path + "?" + query : path, page(request), fields,
                    hasFiles(request)));
        return true;
    }

    /**
     * The form that is kept in a session.
     * @param session the session
     * @return the form, if one is kept
     */
    Optional<UnsentForm> of(@Nullable HttpSession session) {
        return (session != null && session.getAttribute(ATTRIBUTE) instanceof UnsentForm form) ? Optional.of(form)
                : Optional.empty();
    }

    /**
     * Forgets the form that is kept in a session.
     * @param session the session
     */
    void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    private static List<Field> fields(HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        int characters = 0;
        for (var parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (name.toLowerCase(Locale.ROOT).contains("password")) {
                return List.of();
            }
            for (String value : parameter.getValue()) {
                characters += name.length() + value.length();
                if (!name.equals("_csrf")) {
                    fields.add(new Field(name, value));
                }
            }
        }
        return (characters > MOST_CHARACTERS) ? List.of() : List.copyOf(fields);
    }

    private static boolean hasFiles(HttpServletRequest request) {
        String type = request.getContentType();
        try {
            return type != null && type.startsWith("multipart/")
                    && request.getParts().stream().anyMatch((part) -> !fileName(part).isEmpty());
        }
        catch (IOException | ServletException | IllegalStateException ex) {
            return true;
        }
    }

    private static String fileName(Part part) {
        String name = part.getSubmittedFileName();
        return (name != null) ? name : "";
    }

    /** A form of another site must not wait here to be confirmed by mistake. */
    private static boolean fromOurPage(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && host != null && origin.replaceFirst("^https?://", "").equals(host);
    }

    private static String page(HttpServletRequest request) {
        try {
            String referer = request.getHeader(HttpHeaders.REFERER);
            URI page = URI.create((referer != null) ? referer : "/");
            String path = (page.getRawPath() != null) ? page.getRawPath() : "/";
            return path.startsWith("/") && !path.startsWith("//") ? path : "/";
        }
        catch (IllegalArgumentException ex) {
            return "/";
        }
    }

}
