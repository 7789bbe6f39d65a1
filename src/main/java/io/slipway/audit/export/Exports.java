package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

import io.slipway.audit.RecordSearch;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InvalidInputException;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.ui.Messages;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives away rows of the record and releases, for auditors and administrators: an archive
 * of one consistent view of the database and a description of it. Whatever was taken away
 * is itself recorded, with the query, the count and the digests, whole or not.
 */
@Service
public class Exports {

    /** So many at once on a node: each holds a view of the database while it goes out. */
    static final int AT_ONCE = 2;

    private static final String RECORD = "record";

    private final JdbcClient jdbc;

    private final RecordCsv recordCsv;

    private final ReleasesCsv releasesCsv;

    private final XesLogs xes;

    private final OcelLogs ocel;

    private final Journal journal;

    private final Messages words;

    private final Clock clock;

    private final TransactionTemplate view;

    private final TransactionTemplate writing;

    private final Semaphore free = new Semaphore(AT_ONCE);

    Exports(JdbcClient jdbc, RecordCsv recordCsv, ReleasesCsv releasesCsv, XesLogs xes, OcelLogs ocel, Journal journal,
            Messages words, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.recordCsv = recordCsv;
        this.releasesCsv = releasesCsv;
        this.xes = xes;
        this.ocel = ocel;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
        this.view = new TransactionTemplate(transactions);
        this.view.setReadOnly(true);
        this.view.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Writes an export. Refuses what would be empty or larger than its kind may be, and
     * more than two at once, before anything is written.
     * @param opening asked for the stream once nothing is refused any more
     * @throws IOException if nobody takes the bytes any more
     */
    @PreAuthorize(RecordSearch.READERS)
    public void write(ExportQuery query, Opening opening) throws IOException {
        if (!this.free.tryAcquire()) {
            throw new InvalidInputException("", "audit.export.busy", AT_ONCE);
        }
        try {
            this.view.executeWithoutResult((status) -> checkSize(query));
            Instant now = this.clock.instant();
            ExportArchive archive = new ExportArchive(opening.open(query.kind().id() + ".zip"), now);
            boolean whole = false;
            try {
                this.view.executeWithoutResult((status) -> data(query, archive));
                whole = true;
            }
            finally {
                record(query, archive, whole);
            }
            archive.add("export.json", (to) -> {
                to.write(description(query, now, archive.parts()).getBytes(StandardCharsets.UTF_8));
                return 1;
            });
            archive.finish();
        }
        catch (UncheckedIOException ex) {
            throw ex.getCause();
        }
        finally {
            this.free.release();
        }
    }

    private void checkSize(ExportQuery query) {
        int most = query.kind().most();
        long count = Clause
            .of("select count(*) from (select 1 from " + (query.kind().ofRecord() ? "audit_entries" : "releases r"))
            .where(query.condition())
            .append(" limit " + (most + 1L) + ") some")
            .on(this.jdbc)
            .query(Long.class)
            .single();
        if (count == 0) {
            throw new InvalidInputException("", "audit.export.none");
        }
        if (count > most) {
            throw new InvalidInputException("", "audit.export.many", most);
        }
    }

    private void data(ExportQuery query, ExportArchive archive) {
        try {
            switch (query.kind()) {
                case RECORD_CSV, RECORD_SPREADSHEET -> archive.add("record.csv",
                        (to) -> this.recordCsv.write(query.rows(), query.kind() == ExportKind.RECORD_SPREADSHEET, to));
                case RELEASES_CSV, RELEASES_SPREADSHEET -> archive.add("releases.csv", (to) -> this.releasesCsv
                    .write(query.releases(), query.kind() == ExportKind.RELEASES_SPREADSHEET, to));
                case XES -> {
                    archive.add("releases.xes", (to) -> this.xes.releases(query.releases(), to));
                    archive.add("changes.xes", (to) -> this.xes.changes(query.releases(), to));
                    archive.add("deployments.xes", (to) -> this.xes.deployments(query.releases(), to));
                }
                case OCEL_JSON -> archive.add("log.ocel.json", (to) -> this.ocel.json(query.releases(), to));
                case OCEL_SQLITE -> archive.add("log.ocel.sqlite", (to) -> this.ocel.sqlite(query.releases(), to));
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void record(ExportQuery query, ExportArchive archive, boolean whole) {
        List<ExportArchive.Part> parts = archive.parts();
        TreeMap<String, Object> what = new TreeMap<>(query.parameters());
        what.put("export", query.kind().id());
        what.put("bytes", archive.bytes());
        what.put("rows", parts.stream().mapToLong(ExportArchive.Part::rows).sum());
        what.put("digest", parts.stream().map((part) -> part.sha256() + "  " + part.name()).toList());
        if (!whole) {
            what.put("complete", false);
        }
        this.writing.executeWithoutResult(
                (status) -> this.journal.record(JournalEntry.of("record.exported", RECORD, RECORD).with(what)));
    }

    private String description(ExportQuery query, Instant now, List<ExportArchive.Part> parts) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("export", query.kind().id());
        text.put("title", this.words.text("audit.export.kind." + query.kind().id()));
        text.put("contains", this.words.text("audit.export.kind." + query.kind().id() + ".help"));
        text.put("at", now);
        text.put("by", this.journal.act().by());
        text.put("from", query.kind().ofRecord() ? "audit_entries" : "releases r");
        text.put("where", query.condition().sql());
        text.put("parameters", query.parameters());
        text.put("files", parts);
        return Json.text(text) + "\n";
    }

    /** Where an export goes. */
    public interface Opening {

        /**
         * Begins it.
         * @param name the name of the archive
         */
        OutputStream open(String name) throws IOException;

    }

}
