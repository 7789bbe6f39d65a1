package io.slipway.audit;

import java.util.List;
import java.util.Map;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches the whole record: by who, what, when and to which thing. For auditors and
 * administrators; reading what one person did is itself recorded.
 */
@Service
public class RecordSearch {

    /** Who reads the whole record, as Spring Security asks for it. */
    public static final String READERS = "hasAnyAuthority('auditor', 'administrator')";

    private static final String RECORD = "record";

    private final AuditManagement audit;

    private final JdbcClient jdbc;

    private final Journal journal;

    RecordSearch(AuditManagement audit, JdbcClient jdbc, Journal journal) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * The rows that a query asks for, the latest first.
     * @param from the cursor, empty for the first page
     */
    @PreAuthorize(READERS)
    @Transactional
    public KeyPage<AuditEntry> search(RecordQuery query, String from) {
        if (query.ofPerson() && from.isEmpty()) {
            this.journal
                .record(JournalEntry.of("record.searched", RECORD, RECORD).with(Map.copyOf(query.parameters())));
        }
        return this.audit.latest(query.condition(), from);
    }

    /** What can have been done, as far as anything was. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<String> actions() {
        return this.jdbc.sql("select distinct action from audit_entries order by action").query(String.class).list();
    }

    /** The kinds of things to which anything was done. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<String> subjectTypes() {
        return this.jdbc.sql("select distinct subject_type from audit_entries order by subject_type")
            .query(String.class)
            .list();
    }

}
