package io.slipway.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The audit record holds exactly what happened, and nothing in it can be changed.
 */
@SlipwayTest
class AuditTrailTests {

    private final String release = "AUD-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    AuditManagement audit;

    @Autowired
    TrailFilters filters;

    @Autowired
    Journal journal;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate database;

    TransactionTemplate transaction;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void refusesToChangeOrDeleteARow() {
        record(JournalEntry.ofRelease("plan.submitted", this.release));
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(
                () -> this.database.update("update audit_entries set actor = 'x' where release_key = ?", this.release))
            .withMessageContaining("append-only");
        assertThatExceptionOfType(DataAccessException.class)
            .isThrownBy(() -> this.database.update("delete from audit_entries where release_key = ?", this.release))
            .withMessageContaining("append-only");
        assertThat(this.audit.trail(this.release, "").rows()).hasSize(1);
    }

    @Test
    void refusesToRunOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.journal.record(JournalEntry.ofRelease("plan.submitted", this.release)));
    }

    @Test
    void forgetsWhatWasRolledBack() {
        this.transaction.executeWithoutResult((status) -> {
            this.journal.record(JournalEntry.ofRelease("plan.submitted", this.release));
            status.setRollbackOnly();
        });
        assertThat(this.audit.trail(this.release, "").rows()).isEmpty();
    }

    @Test
    void keepsWhoDidWhatInWhichRoleAndWhy() {
        this.acting.as("stakeholder",
                () -> record(JournalEntry.ofRelease("plan.rejected", this.release)
                    .as(Role.STAKEHOLDER)
                    .because("Too early, \"really\" <b>")
                    .change(Map.of("state", "submitted"),
                            Map.of("state", "draft", "revision", 2, "approvers", List.of("a", "b")))));
        AuditEntry entry = this.audit.trail(this.release, "").rows().get(0);
        assertThat(entry.actor()).isEqualTo("stakeholder");
        assertThat(entry.actorName()).isEqualTo("Stella Hoffmann");
        assertThat(entry.role()).isEqualTo(Role.STAKEHOLDER);
        assertThat(entry.reason()).isEqualTo("Too early, \"really\" <b>");
        assertThat(entry.oldValues()).isEqualTo(Map.of("state", "submitted"));
        assertThat(entry.newValues()).isEqualTo(Map.of("state", "draft", "revision", "2", "approvers", "a, b"));
        assertThat(entry.bySystem()).isFalse();
    }

    @Test
    void pagesTheTrailFromNewToOld() {
        for (int i = 0; i < 30; i++) {
            record(JournalEntry.ofRelease("unit.delivered", this.release).with(Map.of("attempt", i)));
        }
        KeyPage<AuditEntry> first = this.audit.trail(this.release, "");
        assertThat(first.rows()).hasSize(25).allMatch(AuditEntry::bySystem);
        assertThat(first.rows().get(0).newValues()).containsEntry("attempt", "29");
        KeyPage<AuditEntry> second = this.audit.trail(this.release, first.next());
        assertThat(second.rows()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(this.audit.trail(this.release, "no cursor").rows()).hasSize(25);
    }

    @Test
    void endsAPageWithAnAct() {
        record(JournalEntry.ofRelease("plan.submitted", this.release));
        this.transaction.executeWithoutResult((status) -> deliver(10));
        deliverOneByOne(20);
        KeyPage<AuditEntry> first = this.audit.trail(this.release, "");
        assertThat(first.rows()).hasSize(30);
        assertThat(this.audit.trail(this.release, first.next()).rows()).extracting(AuditEntry::action)
            .containsExactly("plan.submitted");
    }

    @Test
    void saysThatNothingComesAfterTheFirstAct() {
        this.transaction.executeWithoutResult((status) -> deliver(30));
        KeyPage<AuditEntry> only = this.audit.trail(this.release, "");
        assertThat(only.rows()).hasSize(30);
        assertThat(only.next()).isNull();
    }

    @Test
    void findsActsByPartDoerAndWords() {
        this.acting.as("stakeholder", () -> this.transaction.executeWithoutResult((status) -> {
            this.journal.record(JournalEntry.ofRelease("plan.approved", this.release).because("100%_sure, Überprüft"));
            this.journal.record(JournalEntry.ofRelease("task.completed", this.release));
        }));
        record(JournalEntry.ofRelease("unit.delivered", this.release).with(Map.of("digest", "C0FFEE")));
        assertThat(found("APPROVALS", "", "")).containsExactly("task.completed", "plan.approved");
        assertThat(found("", "people", "")).containsExactly("task.completed", "plan.approved");
        assertThat(found("", "system", "")).containsExactly("unit.delivered");
        assertThat(found("", "", "stella HOFF")).containsExactly("task.completed", "plan.approved");
        assertThat(found("", "", "0%_s")).hasSize(2);
        assertThat(found("", "", "überprüft")).hasSize(2);
        assertThat(found("", "", "c0ffee")).containsExactly("unit.delivered");
        assertThat(found("", "", "digest")).as("the name of a value").isEmpty();
        assertThat(found("", "", "approved the plan")).hasSize(2);
        assertThat(found("PACKAGE", "people", "")).isEmpty();
        assertThat(found("garbage", "garbage", " ")).hasSize(3);
    }

    private List<String> found(String part, String doer, String text) {
        return this.audit.trail(this.release, this.filters.of(part, doer, text), "")
            .rows()
            .stream()
            .map(AuditEntry::action)
            .toList();
    }

    private void deliverOneByOne(int number) {
        for (int i = 0; i < number; i++) {
            this.transaction.executeWithoutResult((status) -> deliver(1));
        }
    }

    private void deliver(int number) {
        for (int i = 0; i < number; i++) {
            this.journal.record(JournalEntry.ofRelease("unit.delivered", this.release).with(Map.of("attempt", i)));
        }
    }

    private void record(JournalEntry entry) {
        this.transaction.executeWithoutResult((status) -> this.journal.record(entry));
    }

}
