package io.slipway.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches the whole record: by who, what, when and to which thing. For auditors and
 * administrators; reading what one person did, and taking rows away, is itself recorded.
 */
@Service
public class RecordSearch {

    /** Who reads the whole record, as Spring Security asks for it. */
    public static final String READERS = "hasAnyAuthority('auditor', 'administrator')";

    private static final String RECORD = "record";

    private static final List<String> COLUMNS = List.of("sequence", "at", "actor", "actor_name", "token", "role",
            "on_behalf_of", "action", "subject_type", "subject", "release", "reason", "old_values", "new_values",
            "made_for_demo");

    private final AuditManagement audit;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final AuditSentences words;

    private final TransactionTemplate writing;

    RecordSearch(AuditManagement audit, JdbcClient jdbc, Journal journal, AuditSentences words,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.journal = journal;
        this.words = words;
        this.writing = new TransactionTemplate(transactions);
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
        return this.audit.latest(clause(query), from);
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

    /**
     * Writes the rows of a query as CSV (RFC 4180, UTF-8), the latest first, page by
     * page. The export itself is recorded, with the query, how many rows there were and
     * their digest.
     * @param safe whether a cell that a spreadsheet would take for a formula gets an
     * apostrophe, and each row is told in words as well; evidence stays as it is
     * @throws IOException if nobody takes the text any more
     */
    @PreAuthorize(READERS)
    public void export(RecordQuery query, boolean safe, Appendable to) throws IOException {
        Digested digested = new Digested(to);
        CSVPrinter printer = new CSVPrinter(digested, CSVFormat.RFC4180);
        for (String column : COLUMNS) {
            printer.print(column);
        }
        if (safe) {
            printer.print("sentence");
            printer.print("details");
        }
        printer.println();
        long rows = 0;
        String from = "";
        do {
            KeyPage<AuditEntry> page = this.audit.latest(clause(query), from);
            for (AuditEntry entry : page.rows()) {
                for (Object cell : cells(entry)) {
                    printer.print(safe ? spreadsheet(cell) : cell);
                }
                if (safe) {
                    AuditSentence told = this.words.of(entry);
                    printer.print(spreadsheet(told.text()));
                    printer.print(spreadsheet(told.details()));
                }
                printer.println();
                rows++;
            }
            from = (page.next() != null) ? page.next() : "";
        }
        while (!from.isEmpty());
        printer.flush();
        TreeMap<String, Object> what = new TreeMap<>(query.parameters());
        what.put("rows", rows);
        what.put("digest", digested.digest());
        this.writing.executeWithoutResult(
                (status) -> this.journal.record(JournalEntry.of("record.exported", RECORD, RECORD).with(what)));
    }

    private static List<@Nullable Object> cells(AuditEntry entry) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(entry.sequence());
        cells.add(entry.at());
        cells.add(entry.actor());
        cells.add(entry.actorName());
        cells.add(entry.token());
        cells.add((entry.role() != null) ? entry.role().id() : null);
        cells.add(entry.onBehalfOf());
        cells.add(entry.action());
        cells.add(entry.subjectType());
        cells.add(entry.subject());
        cells.add(entry.releaseKey());
        cells.add(entry.reason());
        cells.add(entry.oldValues().isEmpty() ? null : entry.oldValues());
        cells.add(entry.newValues().isEmpty() ? null : entry.newValues());
        cells.add(entry.madeForDemo() ? Boolean.TRUE : null);
        return cells;
    }

    private static @Nullable Object spreadsheet(@Nullable Object cell) {
        String text = String.valueOf(cell);
        return (cell != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : cell;
    }

    private static Clause clause(RecordQuery query) {
        Clause clause = Clause.given("actor", query.actor())
            .and(Clause.given("action", query.action()))
            .and(Clause.given("subject_type", query.subjectType()))
            .and(Clause.given("subject", query.subject()))
            .and(Clause.given("release_key", query.release()));
        if (query.since() != null) {
            clause = clause.and("at >= :since", "since", query.since());
        }
        if (query.until() != null) {
            clause = clause.and("at < :until", "until", query.until());
        }
        return clause;
    }

    /** Text on its way out, of which the digest is taken. */
    private static final class Digested implements Appendable {

        private final Appendable to;

        private final MessageDigest sha256 = DigestUtils.getSha256Digest();

        Digested(Appendable to) {
            this.to = to;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            this.sha256.update(text.toString().getBytes(StandardCharsets.UTF_8));
            this.to.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char character) throws IOException {
            return append(String.valueOf(character));
        }

        String digest() {
            return HexFormat.of().formatHex(this.sha256.digest());
        }

    }

}
