package io.slipway.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.sql.Clause;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notices, preferences and the log: who may not first, then what they show, and through
 * which index.
 */
@SlipwayTest
class NotificationPagesTests {

    private static final String READER = "configuration-manager";

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    NotificationRows rows;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "P" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    @AfterEach
    void begin() {
        this.jdbc.sql("update notifications set notice = 'READ' where recipient = ?").param(READER).update();
        this.jdbc.sql("delete from notification_preferences where user_name = ?").param(READER).update();
    }

    @Test
    void onlyAdministratorsAndAuditorsReadTheLogAndOnlyAdministratorsSendAgain() {
        long failed = tell("failed");
        this.jdbc.sql("update notifications set mail = 'FAILED', attempts = 10, last_error = 'Refused' where id = ?")
            .param(failed)
            .update();
        String again = "/administration/notifications/" + failed + "/send";
        for (String person : List.of("release-manager", "stakeholder", READER)) {
            Visitor nosy = visitor(person);
            assertThat(nosy.get("/administration/notifications").statusCode()).as(person).isEqualTo(403);
            nosy.get("/");
            assertThat(nosy.post(again).statusCode()).as(person).isEqualTo(403);
        }
        String list = "/administration/notifications?state=FAILED&recipient=" + READER;
        Visitor auditor = visitor("auditor");
        Document read = auditor.page(list);
        assertThat(read.text()).contains(this.mark, "failed", "10 attempts: Refused");
        assertThat(read.select("form[action=" + again + "]")).isEmpty();
        assertThat(auditor.post(again).statusCode()).isEqualTo(403);

        Visitor administrator = visitor("administrator");
        assertThat(administrator.page(list).select("form[action=" + again + "]")).hasSize(1);
        assertThat(administrator.post(again).statusCode()).isEqualTo(302);
        assertThat(this.rows.list(Clause.equal("n.id", failed), "")).singleElement().satisfies((row) -> {
            assertThat(row.mail()).isEqualTo(MailState.PENDING);
            assertThat(row.attempts()).isZero();
        });
        assertThat(this.jdbc
            .sql("select count(*) from audit_entries where action = 'mail.sent-again' and subject = ? "
                    + "and actor = 'administrator'")
            .param(Long.toString(failed))
            .query(Integer.class)
            .single()).isEqualTo(1);
        assertThat(administrator.page("/administration/notifications?release=NO-SUCH").text())
            .contains("Nothing was sent");
    }

    @Test
    void theBellCountsWhatIsUnreadAndOpeningItReads() {
        Visitor reader = visitor(READER);
        assertThat(reader.page("/").select(".bell").attr("aria-label")).isEqualTo("Notices, none unread");
        long first = tell("first");
        long second = tell("second");
        Document notices = reader.page("/notices");
        assertThat(notices.select(".bell").attr("aria-label")).isEqualTo("2 unread notices");
        assertThat(notices.select(".bell-count").text()).isEqualTo("2");
        assertThat(notices.select(".trail-active .trail-what").eachText()).containsExactly("Test second " + this.mark,
                "Test first " + this.mark);

        visitor("stakeholder").get("/");
        Visitor stranger = visitor("stakeholder");
        stranger.get("/notices");
        assertThat(stranger.post("/notices/" + first + "/read").statusCode()).isEqualTo(404);
        assertThat(reader.post("/notices/" + second + "/open").headers().firstValue("Location")).get()
            .asString()
            .endsWith("/releases");
        assertThat(reader.page("/notices").select(".trail-active .trail-what").eachText())
            .containsExactly("Test first " + this.mark);
        reader.post("/notices/read");
        assertThat(reader.page("/notices").select(".trail-active")).isEmpty();
        assertThat(reader.page("/no-such-page").select(".bell-count")).isEmpty();
    }

    @Test
    void unreadNoticesComeFirstOnEveryPage() {
        long old = tell("old");
        for (int i = 0; i < 30; i++) {
            tell("new-" + i);
        }
        this.jdbc.sql("update notifications set notice = 'READ' where recipient = ? and id > ?")
            .params(READER, old)
            .update();
        Visitor reader = visitor(READER);
        Document first = reader.page("/notices");
        assertThat(first.select(".trail-what").eachText()).hasSize(25).first().isEqualTo("Test old " + this.mark);
        Document second = reader.page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select(".trail-what").eachText()).startsWith("Test new-5 " + this.mark);
    }

    @Test
    void peopleAreToldAsTheyChose() {
        Visitor reader = visitor(READER);
        assertThat(reader.page("/account/notifications").select("input[name=mail][checked]").eachAttr("value"))
            .contains("DECISION", "TASK");
        reader.post("/account/notifications", "notice", "DECISION", "mail", "TASK", "mail", "NO_SUCH_KIND");
        assertThat(reader.page("/account/notifications").select("input[checked]").eachAttr("value"))
            .containsExactlyInAnyOrder("DECISION", "TASK");
        assertThat(this.rows.list(Clause.equal("n.id", tell("quiet")), "")).singleElement().satisfies((row) -> {
            assertThat(row.mail()).isEqualTo(MailState.NONE);
            assertThat(row.unread()).isTrue();
        });
        reader.post("/account/notifications");
        assertThat(this.outbox.tell(matter("none"), List.of(READER))).isZero();
        assertThat(reader.page("/me").select("a[href=/account/notifications]")).hasSize(1);
    }

    @Test
    void everyReadGoesThroughItsIndexInItsOrder() {
        this.jdbc
            .sql("insert into notifications (matter, recipient, kind, release_key, title, text, facts, link, created_at, "
                    + "notice, mail, next_attempt_at) select concat(:mark, seq), concat('crowd-', seq % 50), 'TASK', "
                    + "concat('CROWD-', seq % 500), 'Crowd', '', '[]', '/', now(3), if(seq % 3 = 0, 'UNREAD', 'READ'), "
                    + "if(seq % 100 = 0, 'PENDING', 'SENT'), if(seq % 100 = 0, now(3), null) from seq_1_to_10000")
            .param("mark", this.mark)
            .update();
        try {
            assertThat(plan(Clause.of(NotificationRows.SELECT)
                .where(MailQueue.DUE.with("now", Instant.now()))
                .append(MailQueue.NEXT))).containsEntry("key", "notifications_due");
            assertThat(
                    plan(NotificationManagement.notices("crowd-7", "UNREAD", Long.toString(Long.MAX_VALUE / 10), 26)))
                .containsEntry("key", "notifications_notices");
            assertThat(plan(log(new LogQuery("CROWD-7", "", null, "")))).containsEntry("key",
                    "notifications_by_release");
            assertThat(plan(log(new LogQuery("", "crowd-7", null, "")))).containsEntry("key",
                    "notifications_by_recipient");
            assertThat(plan(log(new LogQuery("", "", MailState.PENDING, "")))).containsEntry("key",
                    "notifications_by_state");
            assertThat(plan(log(new LogQuery("", "", null, "")))).containsEntry("key", "PRIMARY");
        }
        finally {
            this.jdbc.sql("delete from notifications where recipient like 'crowd-%'").update();
        }
    }

    private static Clause log(LogQuery query) {
        return NotificationManagement.statement(query);
    }

    private Map<String, String> plan(Clause statement) {
        return new Clause("explain " + statement.sql(), statement.values()).on(this.jdbc).query((row, number) -> {
            Map<String, String> plan = new LinkedHashMap<>();
            plan.put("key", row.getString("key"));
            assertThat(row.getString("Extra")).as(statement.sql())
                .doesNotContain("filesort")
                .doesNotContain("temporary");
            return plan;
        }).single();
    }

    private long tell(String name) {
        this.outbox.tell(matter(name), List.of(READER));
        return this.rows.list(Clause.equal("n.matter", "test:" + this.mark + ":" + name), "").get(0).id();
    }

    private Matter matter(String name) {
        return new Matter("test:" + this.mark + ":" + name, NotificationKind.DECISION, null,
                "Test " + name + " " + this.mark, "Text", List.of(), "/releases");
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

}
