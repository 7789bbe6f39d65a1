package io.slipway.audit.export;

import java.util.Map;

import io.slipway.audit.RecordQuery;
import io.slipway.sql.Clause;

/**
 * What is to be taken away.
 *
 * @param rows which rows, where rows of the record are chosen
 * @param releases which releases, where those are chosen
 */
public record ExportQuery(ExportKind kind, RecordQuery rows, ReleaseSelection releases) {

    Map<String, String> parameters() {
        return this.kind.ofRecord() ? this.rows.parameters() : this.releases.parameters();
    }

    /** The condition on rows of the record or on releases {@code r}. */
    Clause condition() {
        return this.kind.ofRecord() ? this.rows.condition() : this.releases.condition();
    }

}
