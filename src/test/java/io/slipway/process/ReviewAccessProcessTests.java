package io.slipway.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.slipway.audit.access.AccessCount;
import io.slipway.audit.access.AccessReview;
import io.slipway.audit.access.AccessReviewManagement;
import io.slipway.audit.access.AccessRow;
import io.slipway.audit.access.AccessRow.Decision;
import io.slipway.audit.access.AccessRow.Verdict;
import io.slipway.identity.Acting;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Reviews of access: who decides on what, and that nobody does on their own; what is
 * taken away; what the record keeps. There is one review at a time, so that all of it is
 * one class.
 */
@SlipwayTest
class ReviewAccessProcessTests {

    static final String PROCESS = "ReviewAccessProcess";

    @Autowired
    private AccessReviewManagement reviews;

    @Autowired
    private WorkItemActs acts;

    @Autowired
    private Acting acting;

    @Autowired
    private SomePerson somePerson;

    @Autowired
    private PersonDirectory people;

    @Autowired
    private ProcessCoverage coverage;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void note(TestInfo test) {
        this.coverage.note(getClass(), test.getDisplayName(), Set.of(PROCESS));
    }

    @AfterEach
    void stop() {
        this.coverage.stop();
    }

    @Test
    void hasNobodyDecideOnTheirOwnRights() throws IOException {
        String ada = this.somePerson.with(Role.ADMINISTRATOR);
        String needless = this.somePerson.with(Role.OPERATIONS, Role.AUDITOR);
        String rita = this.somePerson.with(Role.RELEASE_MANAGER);
        String both = this.somePerson.with(Role.RELEASE_MANAGER, Role.ADMINISTRATOR);

        finishUnderWay(ada, rita);
        long first = as(ada, this.reviews::open);
        assertThatThrownBy(() -> as(ada, this.reviews::open)).isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.access.under-way");
        assertThatThrownBy(() -> as(rita, this.reviews::open)).isInstanceOf(AccessDeniedException.class);

        AccessRow own = row(ada, first, ada, "administrator");
        AccessRow taken = row(ada, first, needless, "operations");
        assertThatThrownBy(() -> decide(ada, first, own, Decision.KEPT, "mine"))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.access.own");
        assertThatThrownBy(() -> decide(ada, first, taken, Decision.REVOKED, " "))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.access.reason.missing");
        assertThatThrownBy(() -> decide(rita, first, taken, Decision.KEPT, "friend"))
            .isInstanceOf(DutyConflictException.class);
        String auditor = this.somePerson.with(Role.AUDITOR);
        assertThatThrownBy(() -> decide(auditor, first, taken, Decision.KEPT, "no"))
            .isInstanceOf(AccessDeniedException.class);

        WorkItem task = task(ada, first);
        assertThatThrownBy(() -> complete(ada, task)).isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.access.undecided");
        decide(ada, first, taken, Decision.REVOKED, "left the team");
        keepOthers(ada, first);
        assertThat(this.people.find(needless).orElseThrow().roles()).contains(Role.OPERATIONS);
        complete(ada, task);
        assertThat(this.people.find(needless).orElseThrow().roles()).containsExactly(Role.AUDITOR);

        Awaitility.await().until(() -> as(rita, () -> this.reviews.task(this.reviews.get(first))).isPresent());
        WorkItem second = task(rita, first);
        assertThat(second.step()).isEqualTo("Task_ConfirmAccess");
        AccessCount left = as(rita, () -> this.reviews.count(first));
        assertThat(left.undecided()).isEqualTo(1);
        assertThatThrownBy(() -> decide(rita, first, taken, Decision.KEPT, "again"))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.access.decided");
        decide(rita, first, own, Decision.KEPT, "keeps the portal");
        complete(rita, second);

        AccessReview closed = as(auditor, () -> this.reviews.get(first));
        byte[] file = as(auditor, () -> this.reviews.file(first));
        assertThat(closed.open()).isFalse();
        assertThat(closed.digest()).isEqualTo(DigestUtils.sha256Hex(file));
        assertThat(new String(file, StandardCharsets.UTF_8))
            .contains(needless + ",ROLE,operations", ",REVOKED,left the team," + ada, ",DONE")
            .contains(ada + ",ROLE,administrator", ",KEPT,keeps the portal," + rita);
        assertThat(this.jdbc.sql("""
                select json_value(new_values, '$.digest') from audit_entries
                 where action = 'access-review.closed' and subject = :id""")
            .param("id", Long.toString(first))
            .query(String.class)
            .single()).isEqualTo(closed.digest());
        Visitor visitor = new Visitor(this.port).signIn(auditor);
        assertThat(wholeText(visitor, "/audit/access-reviews/" + first)).contains("left the team");
        assertThat(visitor.get("/audit/access-reviews/" + first + "/file").statusCode()).isEqualTo(200);
        assertThat(visitor.page("/audit/reports/access").select("a[href=/audit/access-reviews/" + first + "]"))
            .isNotEmpty();
        assertThat(visitor.post("/audit/access-reviews").statusCode()).isEqualTo(403);
        Visitor nobody = new Visitor(this.port).signIn(this.somePerson.with(Role.STAKEHOLDER));
        assertThat(nobody.get("/audit/access-reviews/" + first).statusCode()).isEqualTo(403);

        // Another administrator decides on those of the first, so that nothing is left
        this.clock.advance(Duration.ofDays(1));
        String fresh = this.somePerson.with(Role.OPERATIONS);
        long next = as(ada, this.reviews::open);
        assertThat(row(ada, next, fresh, "operations").givenAt()).isNotNull();
        assertThat(row(ada, next, ada, "administrator").givenAt()).isNull();
        keepOthers(ada, next);
        WorkItem whole = task(ada, next);
        String mail = new Visitor(this.port).signIn(ada).page("/tasks/" + whole.id()).text();
        assertThat(mail).contains("Review access", "Access review " + next);
        decide(both, next, row(ada, next, ada, "administrator"), Decision.KEPT, "needs it");
        complete(ada, whole);
        assertThat(as(auditor, () -> this.reviews.get(next)).open()).isFalse();

        Awaitility.await()
            .untilAsserted(() -> assertThat(this.coverage.missed(Map.of(PROCESS, model())))
                .allSatisfy((process, missed) -> assertThat(missed).isEmpty()));
    }

    /** What stands on all pages of a list: others are in it as well. */
    private static String wholeText(Visitor visitor, String address) {
        StringBuilder text = new StringBuilder();
        for (String next = address; !next.isEmpty();) {
            Document page = visitor.page(next);
            text.append(page.text());
            next = page.select("a[rel=next]").attr("href");
        }
        return text.toString();
    }

    /** There is one at a time, and another test may have begun it. */
    private void finishUnderWay(String first, String second) {
        this.reviews.newest().filter(AccessReview::open).ifPresent((review) -> {
            keepOthers(first, review.id());
            complete(first, task(first, review.id()));
            if (as(first, () -> this.reviews.get(review.id())).open()) {
                Awaitility.await().until(() -> as(second, () -> this.reviews.task(review)).isPresent());
                keepOthers(second, review.id());
                complete(second, task(second, review.id()));
            }
        });
    }

    private static BpmnModelInstance model() throws IOException {
        try (InputStream content = new ClassPathResource("processes/audit/" + PROCESS + ".bpmn").getInputStream()) {
            return Bpmn.readModelFromStream(content);
        }
    }

    private WorkItem task(String person, long review) {
        return as(person, () -> this.reviews.task(this.reviews.get(review)).orElseThrow());
    }

    private void complete(String person, WorkItem item) {
        as(person, () -> this.acts.complete(item.id(),
                (now) -> Outcome.of("reviewed").with("left", this.reviews.complete(now))));
    }

    private void decide(String person, long review, AccessRow row, Decision decision, String reason) {
        as(person, () -> this.reviews.decide(review, List.of(new Verdict(row.id(), decision, reason.strip()))));
    }

    private void keepOthers(String person, long review) {
        List<Verdict> verdicts = new ArrayList<>();
        rows(person, review).stream()
            .filter((row) -> row.decision() == null && !row.userName().equals(person))
            .forEach((row) -> verdicts.add(new Verdict(row.id(), Decision.KEPT, "is needed")));
        as(person, () -> this.reviews.decide(review, verdicts));
    }

    private AccessRow row(String person, long review, String of, String name) {
        return rows(person, review).stream()
            .filter((row) -> row.userName().equals(of) && row.name().equals(name))
            .findFirst()
            .orElseThrow();
    }

    private List<AccessRow> rows(String person, long review) {
        List<AccessRow> rows = new ArrayList<>();
        String from = "";
        while (from != null) {
            String cursor = from;
            KeyPage<AccessRow> page = as(person, () -> this.reviews.rows(review, false, cursor));
            rows.addAll(page.rows());
            from = page.next();
        }
        return rows;
    }

    private <T> T as(String person, Supplier<T> act) {
        return this.acting.as(person, act);
    }

}
