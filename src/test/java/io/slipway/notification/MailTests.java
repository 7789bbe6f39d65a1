package io.slipway.notification;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import io.slipway.audit.chain.CheckpointOfTheDay;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.sql.Clause;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.TestMail;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails go out over SMTP, once each, and again when the server refused them.
 */
@SlipwayTest
class MailTests {

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    MailDispatch dispatch;

    @Autowired
    SafetyNews safety;

    @Autowired
    Preferences preferences;

    @Autowired
    SomePerson people;

    @Autowired
    MailQueue queue;

    @Autowired
    NotificationRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    WorkItems workItems;

    @Autowired
    MutableClock clock;

    private final String mark = "M" + UUID.randomUUID().toString().substring(0, 8);

    private GreenMail server;

    @BeforeEach
    void begin() {
        forgetOthers();
        this.server = TestMail.start();
    }

    @AfterEach
    void end() {
        this.server.stop();
        forgetOthers();
    }

    /** What other tests have left to be sent is not sent here. */
    private void forgetOthers() {
        this.jdbc.sql("update notifications set mail = 'SKIPPED' where mail = 'PENDING'").update();
    }

    @Test
    void auditorsWhoWantItGetTheCheckpointOfTheDayOnceAndNobodyElseDoes() throws Exception {
        String auditor = this.people.with(Role.AUDITOR);
        String manager = this.people.with(Role.RELEASE_MANAGER);
        Map<NotificationKind, Wish> wish = Map.of(NotificationKind.CHECKPOINT, new Wish(true, false));
        this.preferences.choose(auditor, wish);
        this.preferences.choose(manager, wish);
        String note = "example.org/slipway\n7\n" + "A".repeat(43) + "=\n\n\u2014 example.org/slipway AAAAAAAA\n";
        for (long rows : new long[] { 7, 8 }) {
            this.safety.tell(new CheckpointOfTheDay(rows, this.clock.instant(), note));
        }
        this.dispatch.sendDue();
        MimeMessage mail = received().stream().filter((one) -> to(one).startsWith(auditor)).findFirst().orElseThrow();
        assertThat(mail.getSubject()).startsWith("Checkpoint of the record, ");
        assertThat(text(mail, 0).replace("\r\n", "\n")).contains("Rows: 7", "\n" + note);
        assertThat(received().stream().filter((one) -> to(one).startsWith(auditor))).hasSize(1);
        assertThat(received().stream().filter((one) -> to(one).startsWith(manager))).isEmpty();
    }

    @Test
    void aMailAboutATaskLeadsToItsPageWhereItIsDecidedAfterSigningIn() throws Exception {
        String key = this.driver.register("Refunds " + this.mark);
        this.driver.completePlan(key);
        Awaitility.await()
            .until(() -> this.rows.list(Clause.equal("n.release_key", key)
                .and("n.recipient = 'stakeholder' and n.title like 'To do: Approve plan%'"), ""),
                    (found) -> !found.isEmpty());
        this.dispatch.sendDue();

        MimeMessage mail = received().stream()
            .filter((one) -> to(one).startsWith("stakeholder@"))
            .findFirst()
            .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("To do: Approve plan, " + key + " Refunds " + this.mark);
        assertThat(mail.getHeader("From")).singleElement().asString().contains("slipway@example.com");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail, 0)).contains("Due: ", "On yes: ", "On no: ", "Services: " + ReleaseDriver.service(key),
                "Planned start: ", "Scope: Refunds within a day.", "after signing in");
        assertThat(text(mail, 1)).contains("<h1>", ReleaseDriver.service(key)).doesNotContain("<img", "xmlns:th");

        Matcher link = Pattern.compile("http://\\S+/tasks/\\S+").matcher(text(mail, 0));
        assertThat(link.find()).isTrue();
        String path = URI.create(link.group()).getPath();
        Visitor visitor = new Visitor(this.port);
        HttpResponse<String> stranger = visitor.get(path);
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location")).get().asString().endsWith("/sign-in");
        HttpResponse<String> signedIn = visitor.signIn("stakeholder", "slipway-demo");
        assertThat(signedIn.headers().firstValue("Location")).get().asString().endsWith(path);
        assertThat(visitor.page(path).select("button[value=approve]")).hasSize(1);
        assertThat(visitor.post(path, "outcome", "approve", "reason", "").statusCode()).isEqualTo(303);
        assertThat(this.workItems.get(path.substring("/tasks/".length())).outcome()).isEqualTo("approve");
    }

    @Test
    void nobodyIsToldTwice() {
        assertThat(this.outbox.tell(matter("once"), List.of("operations", "auditor", "operations"))).isEqualTo(2);
        assertThat(this.outbox.tell(matter("once"), List.of("operations", "auditor"))).isZero();
        assertThat(this.dispatch.sendDue()).isEqualTo(2);
        assertThat(this.dispatch.sendDue()).isZero();
        assertThat(received()).hasSize(2);
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() {
        for (int i = 0; i < 24; i++) {
            this.outbox.tell(matter("many-" + i), List.of("operations"));
        }
        Stream.of(1, 2)
            .map((sender) -> CompletableFuture.supplyAsync(this.dispatch::sendDue))
            .toList()
            .forEach(CompletableFuture::join);
        assertThat(received()).hasSize(24);
        assertThat(received().stream().map(MailTests::id).distinct()).hasSize(24);
        assertThat(row(id("many-7"), "operations").mail()).isEqualTo(MailState.SENT);
    }

    @Test
    void whatTheServerRefusedIsSentLaterUnderTheSameName() {
        Instant now = this.clock.stop();
        this.outbox.tell(matter("retry"), List.of("operations"));
        this.server.stop();
        this.dispatch.sendDue();
        Notification refused = row(id("retry"), "operations");
        assertThat(refused.mail()).isEqualTo(MailState.PENDING);
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(refused.lastError()).isNotBlank();
        assertThat(refused.nextAttemptAt()).isBetween(now.plusSeconds(30), now.plusSeconds(60));

        this.server = TestMail.start();
        assertThat(this.dispatch.sendDue()).as("not before its time").isZero();
        this.clock.advance(Duration.ofMinutes(2));
        assertThat(this.dispatch.sendDue()).isEqualTo(1);
        Notification sent = row(id("retry"), "operations");
        assertThat(sent.mail()).isEqualTo(MailState.SENT);
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(sent.sentTo()).contains("@");
        assertThat(received()).singleElement()
            .satisfies((mail) -> assertThat(id(mail))
                .isEqualTo("<%d.%d@localhost>".formatted(sent.id(), sent.createdAt().toEpochMilli())));
    }

    @Test
    void aMailOfADeadSenderIsDueAgainAfterItsLease() {
        Instant now = this.clock.stop();
        this.outbox.tell(matter("lease"), List.of("operations"));
        assertThat(this.queue.take(now)).hasSize(1);
        assertThat(this.dispatch.sendDue()).isZero();
        this.clock.advance(MailQueue.LEASE.plusSeconds(1));
        assertThat(this.dispatch.sendDue()).as("by a node whose clock is ahead").isZero();
        this.jdbc.sql("update notifications set leased_until = utc_timestamp(3) where matter = ?")
            .param(id("lease"))
            .update();
        assertThat(this.dispatch.sendDue()).isEqualTo(1);
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatPeopleTypeAddsNoHeaderAndNoRecipient() throws Exception {
        this.outbox.tell(
                new Matter(id("hostile"), NotificationKind.DECISION, null,
                        "Live: PAY\r\nBcc: victim@example.com\r\nX-Evil: yes\r\n\r\n<b>body</b>",
                        "<script>alert(1)</script>", List.of(Fact.of("reason", "a\r\n.\r\nQUIT")), "/releases"),
                List.of("operations"));
        this.outbox.tellAddresses(matter("bad-address"), List.of("a@example.com\r\nRCPT TO:<victim@example.com"));
        this.dispatch.sendDue();
        assertThat(received()).singleElement().satisfies((mail) -> {
            assertThat(mail.getHeader("X-Evil")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).isEqualTo("Live: PAY Bcc: victim@example.com X-Evil: yes <b>body</b>");
            assertThat(text(mail, 1)).contains("&lt;script&gt;").doesNotContain("<script>");
            assertThat(text(mail, 0)).contains("QUIT");
        });
        assertThat(this.rows.list(Clause.equal("n.matter", id("bad-address")), "")).singleElement()
            .satisfies((row) -> assertThat(row.mail()).isEqualTo(MailState.FAILED));
    }

    @Test
    void aTaskThatIsDoneIsNotWrittenAbout() {
        String key = this.driver.register("Done early " + this.mark);
        WorkItem task = this.driver.await(key, "complete-plan");
        Awaitility.await().until(() -> row("task-opened:" + task.id(), "release-manager") != null);
        this.driver.cancel(key);
        this.dispatch.sendDue();
        assertThat(row("task-opened:" + task.id(), "release-manager").mail()).isEqualTo(MailState.SKIPPED);
        assertThat(received().stream().map((mail) -> text(mail, 0))).noneMatch((text) -> text.contains(task.id()));
    }

    private Matter matter(String name) {
        return new Matter(id(name), NotificationKind.DECISION, null, "Test " + name + " " + this.mark, "Text",
                List.of(), "/releases");
    }

    private String id(String name) {
        return "test:" + this.mark + ":" + name;
    }

    private Notification row(String matter, String recipient) {
        return this.rows.find(Clause.equal("n.matter", matter).and(Clause.equal("n.recipient", recipient)))
            .orElse(null);
    }

    private List<MimeMessage> received() {
        return new ArrayList<>(Arrays.asList(this.server.getReceivedMessages()));
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        }
        catch (Exception ex) {
            throw new AssertionError(ex);
        }
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        }
        catch (Exception ex) {
            throw new AssertionError(ex);
        }
    }

    private static String text(MimeMessage mail, int part) {
        try {
            return ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent().toString();
        }
        catch (Exception ex) {
            throw new AssertionError(ex);
        }
    }

}
