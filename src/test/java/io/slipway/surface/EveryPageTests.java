package io.slipway.surface;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page and everything that the interface reads, full and empty, for everybody and
 * for whatever stands in its address: none fails. Addresses are those that the running
 * portal answers, so that a new one is looked at too, and has to be reached.
 */
@SlipwayTest
class EveryPageTests {

    private static final List<String> UNKNOWN = List.of("NOPE", "0", "-1", "999999999999999999",
            "99999999999999999999999", "x".repeat(3000), "<script>alert(1)</script>", "' or 1=1 --", "..", "a\u0000b",
            "a\r\nb", "\uD83D\uDE00 ü", "${7*7}");

    private static final List<String> NONSENSE = List.of("NOPE", "-1", "99999999999999999999", "1;DROP", "a\u0000b",
            "\uD83D\uDE00<script>", "x".repeat(5000));

    /**
     * These go into each parameter alone too: a refusal of the first hides the others.
     */
    private static final Set<String> ONE_BY_ONE = Set.of("NOPE", "a\u0000b");

    /** What a failure would show of the inside. */
    private static final Pattern INSIDE = Pattern
        .compile("\\bat [a-z]+\\.[\\w.$]+\\(|\\.[A-Z]\\w+(Exception|Error)\\b|org\\.springframework|java\\.lang\\.");

    /** Shows administrators why a job failed, with the engine's words. */
    private static final String JOB = "/monitor/jobs/";

    /** Answers calendar programs, in no words. */
    private static final String FEED = "/calendar/feed/";

    /** It is about the request before it, and there is none. */
    private static final Set<String> NOWHERE = Set.of("/error");

    private final Set<String> faults = new TreeSet<>();

    @LocalServerPort
    int port;

    @Autowired
    Mappings mappings;

    @Autowired
    FullPortal portal;

    @Autowired
    SomePerson somePerson;

    Places places;

    @BeforeEach
    void fill() {
        this.places = this.portal.places(this.port);
    }

    @Test
    void showsItselfInEveryState() {
        Caller everybody = Caller.session(this.port, this.places.everybody());
        this.mappings.reading().forEach((mapping) -> {
            List<Integer> statuses = new ArrayList<>();
            for (String path : this.places.of(mapping.pattern())) {
                statuses.add(look(everybody, path + query(mapping.pattern())).statusCode());
            }
            if (statuses.stream().noneMatch((status) -> status < 400) && !NOWHERE.contains(mapping.pattern())) {
                this.faults.add(mapping + " is not reached: " + statuses);
            }
        });
        assertThat(this.faults).isEmpty();
    }

    @Test
    void showsItselfToEverybodyOrSaysWhyNot() {
        List<Caller> people = List.of(Caller.nobody(this.port), Caller.session(this.port, this.somePerson.with()),
                Caller.session(this.port, "administrator"), Caller.session(this.port, "auditor"),
                Caller.session(this.port, "stakeholder"), Caller.session(this.port, "release-manager"));
        this.mappings.reading().forEach((mapping) -> {
            String path = this.places.of(mapping.pattern()).get(0);
            people.forEach((person) -> look(person, path));
        });
        assertThat(this.faults).isEmpty();
    }

    @Test
    void saysOfUnknownThingsThatThereAreNone() {
        Caller everybody = Caller.session(this.port, this.places.everybody());
        this.mappings.reading()
            .stream()
            .filter((mapping) -> Places.varies(mapping.pattern()))
            .forEach((mapping) -> UNKNOWN.forEach((text) -> {
                List<String> paths = new ArrayList<>(this.places.withLast(mapping.pattern(), text));
                paths.add(0, Places.with(mapping.pattern(), text));
                paths.forEach((path) -> {
                    int status = look(everybody, path).statusCode();
                    if (status != 400 && status != 404) {
                        this.faults.add(status + " for an unknown thing: " + shortened(path));
                    }
                });
            }));
        assertThat(this.faults).isEmpty();
    }

    @Test
    void bearsNonsenseInEveryParameter() {
        Caller everybody = Caller.session(this.port, this.places.everybody());
        this.mappings.reading().forEach((mapping) -> {
            String path = this.places.of(mapping.pattern()).get(0);
            for (String text : mapping.parameters().isEmpty() ? List.<String>of() : NONSENSE) {
                String value = "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
                look(everybody, path + "?" + String.join(value + "&", mapping.parameters()) + value);
                if (ONE_BY_ONE.contains(text)) {
                    mapping.parameters().forEach((name) -> look(everybody, path + "?" + name + value));
                }
            }
        });
        assertThat(this.faults).isEmpty();
    }

    /** What an address cannot do without. */
    private String query(String pattern) {
        return switch (pattern) {
            case "/schedule/exceptions", "/schedule/exceptions/new" -> "?release=" + this.places.held();
            case "/tasks/news" -> "?since=0";
            case "/deployments/history" -> "?service=Payments&environment=production";
            default -> "";
        };
    }

    private HttpResponse<String> look(Caller person, String path) {
        HttpResponse<String> answer = person.get(path);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String said = answer.statusCode() + " " + shortened(path);
        if (answer.statusCode() >= 500) {
            this.faults.add(said);
        }
        if ((type.startsWith("text/html") || type.contains("json")) && !path.startsWith(JOB)
                && INSIDE.matcher(answer.body()).find()) {
            this.faults.add("Tells of the inside: " + said);
        }
        if (answer.statusCode() >= 400 && !path.startsWith(FEED) && !explains(type, answer.body())) {
            this.faults.add("Does not explain itself: " + said + " " + type);
        }
        return answer;
    }

    private static boolean explains(String type, String body) {
        return type.startsWith("application/problem+json") || type.startsWith("text/html")
                && !Jsoup.parse(body).title().isBlank() && !Jsoup.parse(body).select("h1").text().isBlank();
    }

    private static String shortened(String path) {
        return (path.length() > 160) ? path.substring(0, 160) + "…" : path;
    }

}
