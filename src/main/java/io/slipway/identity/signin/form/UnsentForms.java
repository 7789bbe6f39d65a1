package io.slipway.identity.signin.form;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.signin.KnownBrowser;
import io.slipway.identity.signin.form.UnsentForm.Field;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a form whose session had ended, so that nothing typed is lost. Only what came
 * from a page of the portal and from a browser that somebody has signed in with is kept,
 * the latest of each person for some hours, never a password, and nothing is done before
 * its author has read and sent it again.
 */
@Component
public class UnsentForms {

    /** Where a kept form is shown. */
    public static final String ADDRESS = "/unsent-form";

    private static final int MOST_CHARACTERS = 100_000;

    private static final Duration KEPT = Duration.ofHours(8);

    private static final Set<String> WITHOUT_TEXT = Set.of("/sign-in", "/sign-out", "/theme");

    private static final String KEEP = """
            insert into unsent_forms (user_name, form, kept_at) values (:person, :form, :now)
            on duplicate key update form = values(form), kept_at = values(kept_at)""";

    private final JdbcClient jdbc;

    private final KnownBrowser browser;

    private final CurrentActor currentActor;

    private final ObjectMapper json;

    private final Clock clock;

    UnsentForms(JdbcClient jdbc, KnownBrowser browser, CurrentActor currentActor, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.browser = browser;
        this.currentActor = currentActor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps the form of a request for the person who sent it.
     * @param request the refused request
     */
    public boolean keep(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!HttpMethod.POST.matches(request.getMethod()) || WITHOUT_TEXT.contains(path) || !fromOurPage(request)) {
            return false;
        }
        Optional<String> person = person(request);
        List<Field> fields = fields(request);
        if (person.isEmpty() || fields.isEmpty()) {
            return false;
        }
        String query = request.getQueryString();
        UnsentForm form = new UnsentForm((query != null) ? path + "?" + query : path, page(request), fields,
                hasFiles(request));
        this.jdbc.sql(KEEP)
            .param("person", person.get())
            .param("form", this.json.writeValueAsString(form))
            .param("now", this.clock.instant())
            .update();
        return true;
    }

    private Optional<String> person(HttpServletRequest request) {
        Actor actor = this.currentActor.get();
        return actor.isSystem() ? this.browser.person(request) : Optional.of(actor.userName());
    }

    /**
     * The form that is kept for a person.
     * @return the form, if one is kept
     */
    Optional<UnsentForm> of(String userName) throws IOException {
        Optional<String> form = this.jdbc
            .sql("select form from unsent_forms where user_name = :name and kept_at > :oldest")
            .param("name", userName)
            .param("oldest", this.clock.instant().minus(KEPT))
            .query(String.class)
            .optional();
        return form.isEmpty() ? Optional.empty() : Optional.of(this.json.readValue(form.get(), UnsentForm.class));
    }

    /** Forgets the form that is kept for a person. */
    void forget(String userName) {
        this.jdbc.sql("delete from unsent_forms where user_name = :name").param("name", userName).update();
    }

    /** Forgets what nobody has come back for. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void purge() {
        this.jdbc.sql("delete from unsent_forms where kept_at < :oldest")
            .param("oldest", this.clock.instant().minus(KEPT))
            .update();
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

    /** The page that a form was on, as the browser tells it. */
    public static String page(HttpServletRequest request) {
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
