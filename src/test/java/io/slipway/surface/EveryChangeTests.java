package io.slipway.surface;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.surface.Mappings.Mapping;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that changes something, as the running portal answers it, is refused to
 * those who only read, whatever else is wrong with the call, and nothing of it is kept.
 */
@SlipwayTest
class EveryChangeTests {

    /** What is everybody's own, or open to all who know more than their name. */
    private static final Set<String> OWN = Set.of("/me/absences", "/me/absences/{id:\\d{1,18}}/remove", "/me/password",
            "/me/tokens", "/me/tokens/{id:\\d{1,18}}/revoke", "/me/zone", "/me/zone/here", "/account/notifications",
            "/notices/read", "/notices/{id}/open", "/notices/{id}/read", "/calendar/subscriptions",
            "/calendar/subscriptions/{id}/revoke", "/me/sessions/{handle}/end", "/me/sessions/end-others",
            "/me/confirm", "/me/guesses", "/theme", "/menu", "/keys", "/views", "/views/{id:\\d{1,18}}/remove",
            "/unsent-form/discard", "/sign-in/refused");

    /** What auditors do: it changes nothing but the record of their own acts. */
    private static final Set<String> OF_AUDITORS = Set.of("/audit/integrity/compare", "/audit/integrity/check");

    /**
     * A task says itself for whom it is, and shows what was typed: one that is not
     * cannot.
     */
    private static final String UNKNOWN = "999999999";

    /** Where a refused call could leave something. */
    private static final List<String> KEPT = List.of("task_drafts", "comments", "api_calls", "files", "evidence",
            "item_imports", "received_events", "access_tokens", "schedule_periods", "releases");

    private final Set<String> faults = new TreeSet<>();

    @LocalServerPort
    int port;

    @Autowired
    Mappings mappings;

    @Autowired
    FullPortal portal;

    @Autowired
    SomePerson somePerson;

    @Autowired
    SomeToken someToken;

    @Autowired
    JdbcClient jdbc;

    Places places;

    @BeforeEach
    void fill() {
        this.places = this.portal.places(this.port);
    }

    @Test
    void isRefusedToAuditorsBeforeAnythingElseIsSaid() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor auditor = new Visitor(this.port).signIn(person);
        auditor.get("/me");
        Caller tool = Caller.basic(this.port, person);
        Map<String, Long> before = kept(person);
        changing().filter((mapping) -> !OF_AUDITORS.contains(mapping.pattern()))
            .forEach((mapping) -> everyway(mapping).forEach((path) -> {
                HttpResponse<String> answer = path.startsWith("/api/") ? tool.send(mapping.method(), path,
                        mapping.type(), "", "Idempotency-Key", "refused-" + path.hashCode()) : auditor.post(path);
                boolean unknownTask = path.equals("/tasks/" + UNKNOWN);
                if (answer.statusCode() != (unknownTask ? 404 : 403)) {
                    this.faults.add(answer.statusCode() + " " + mapping.method() + " " + path);
                }
            }));
        assertThat(this.faults).isEmpty();
        assertThat(kept(person)).isEqualTo(before);
        assertThat(auditor.get("/unsent-form").statusCode()).as("no form is kept").isEqualTo(302);
    }

    @Test
    void isRefusedToATokenThatReadsBeforeAnythingElseIsSaid() {
        String person = this.somePerson.with(Role.values());
        Role[] roles = Stream.of(Role.values()).filter((role) -> role != Role.ADMINISTRATOR).toArray(Role[]::new);
        Caller tool = Caller.bearer(this.port, this.someToken.of(person, false, List.of(), List.of(), roles));
        Map<String, Long> before = kept(person);
        changing().filter((mapping) -> mapping.pattern().startsWith("/api/"))
            .forEach((mapping) -> everyway(mapping).forEach((path) -> {
                int status = tool.send(mapping.method(), path, mapping.type(), "", "Idempotency-Key", "reads")
                    .statusCode();
                if (status != 403) {
                    this.faults.add(status + " " + mapping.method() + " " + path);
                }
            }));
        assertThat(this.faults).isEmpty();
        assertThat(kept(person)).isEqualTo(before);
    }

    @Test
    void isNotForStrangers() {
        Caller stranger = Caller.nobody(this.port);
        changing().forEach((mapping) -> {
            String path = everyway(mapping).get(0);
            int status = stranger.send(mapping.method(), path, mapping.type(), "").statusCode();
            if (status != (path.startsWith("/api/") ? 401 : 302)) {
                this.faults.add(status + " " + mapping.method() + " " + path);
            }
        });
        assertThat(this.faults).isEmpty();
    }

    @Test
    void isNeverAnsweredAsIfNothingWereWrong() {
        Visitor everybody = new Visitor(this.port).signIn(this.places.everybody());
        everybody.get("/me");
        this.mappings.changing()
            .stream()
            .filter((mapping) -> !mapping.pattern().startsWith("/api/") && !mapping.parameters().isEmpty())
            .forEach((mapping) -> everyway(mapping).forEach((path) -> {
                int status = everybody.post(path).statusCode();
                if (status == 200 || status >= 500) {
                    this.faults.add(status + " for an empty form of " + path);
                }
            }));
        assertThat(this.faults).isEmpty();
    }

    private Stream<Mapping> changing() {
        return this.mappings.changing().stream().filter((mapping) -> !OWN.contains(mapping.pattern()));
    }

    /** With things in every state, and with unknown ones. */
    private List<String> everyway(Mapping mapping) {
        List<String> paths = new ArrayList<>(this.places.of(mapping.pattern()));
        if (Places.varies(mapping.pattern())) {
            paths.add(Places.with(mapping.pattern(), UNKNOWN));
        }
        String query = mapping.fixed().isEmpty() ? "" : "?" + String.join("&", mapping.fixed());
        return paths.stream().map((path) -> path + query).toList();
    }

    private Map<String, Long> kept(String person) {
        Map<String, Long> kept = new java.util.TreeMap<>();
        for (String table : KEPT) {
            kept.put(table, this.jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        kept.put("drafts of " + person,
                this.jdbc.sql("select count(*) from task_drafts where user_name = ?")
                    .param(person)
                    .query(Long.class)
                    .single());
        return kept;
    }

}
