package io.slipway.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a record of what was refused to people, in a transaction of its own: that of the
 * refused act is rolled back.
 */
@Component
class Refusals {

    private final TransactionTemplate transaction;

    private final WorkItemRows rows;

    private final Journal journal;

    Refusals(PlatformTransactionManager transactionManager, WorkItemRows rows, Journal journal) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.rows = rows;
        this.journal = journal;
    }

    <T> T journalled(String id, Supplier<T> act) {
        try {
            return act.get();
        }
        catch (DutyConflictException ex) {
            this.transaction.executeWithoutResult((status) -> this.journal.record(entry(id, ex)));
            throw ex;
        }
    }

    private JournalEntry entry(String id, DutyConflictException refusal) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("policy", refusal.verdict().policy());
        JournalEntry entry = JournalEntry.of("task.refused", "task", id).because(refusal.verdict().reason());
        return this.rows.find(id).map((item) -> {
            values.put("step", item.step());
            return about(item, entry).as(item.role());
        }).orElse(entry).with(values);
    }

    /** The entry with the release of a work item, if it belongs to one. */
    static JournalEntry about(WorkItem item, JournalEntry entry) {
        return item.ofRelease() ? entry.release(item.businessKey()) : entry;
    }

}
