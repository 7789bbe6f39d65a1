package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import io.slipway.audit.AuditSentence;
import io.slipway.audit.AuditSentences;
import io.slipway.audit.RecordQuery;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes rows of the record as CSV, the latest first, as the search shows them; for a
 * spreadsheet each is told in words as well.
 */
@Component
class RecordCsv {

    private static final List<String> COLUMNS = List.of("sequence", "at", "actor", "actor_name", "token", "role",
            "on_behalf_of", "action", "subject_type", "subject", "release", "reason", "old_values", "new_values",
            "made_for_demo");

    private static final List<String> IN_WORDS = List.of("sentence", "details");

    private final Rows<RecordRow> rows;

    private final AuditSentences words;

    RecordCsv(JdbcClient jdbc, AuditSentences words) {
        this.rows = Rows.of(jdbc,
                KeyOrder.<RecordRow>descending()
                    .instant("at", (row) -> row.kept().at())
                    .number("sequence", (row) -> row.kept().sequence()),
                RecordRow.class);
        this.words = words;
    }

    long write(RecordQuery query, boolean spreadsheet, OutputStream to) throws IOException {
        List<String> head = new ArrayList<>(COLUMNS);
        if (spreadsheet) {
            head.addAll(IN_WORDS);
        }
        CsvFile file = new CsvFile(to, spreadsheet, head);
        long[] count = new long[1];
        this.rows.each(RecordRow.SELECT, query.condition(), (row) -> {
            file.line(cells(row, spreadsheet));
            count[0]++;
        });
        file.flush();
        return count[0];
    }

    private List<@Nullable Object> cells(RecordRow row, boolean inWords) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.kept().sequence());
        cells.add(row.kept().at());
        cells.add(row.kept().actor());
        cells.add(row.kept().actorName());
        cells.add(row.kept().token());
        cells.add(row.kept().role());
        cells.add(row.kept().onBehalfOf());
        cells.add(row.kept().action());
        cells.add(row.kept().subjectType());
        cells.add(row.kept().subject());
        cells.add(row.kept().releaseKey());
        cells.add(row.kept().reason());
        cells.add(row.kept().oldValues());
        cells.add(row.kept().newValues());
        cells.add(row.kept().madeForDemo());
        if (inWords) {
            AuditSentence told = this.words.of(row.entry());
            cells.add(told.text());
            cells.add(told.details());
        }
        return cells;
    }

}
