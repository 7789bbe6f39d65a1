package io.slipway.configuration.exchange;

import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * What an import would do, row by row, with the register as it is now.
 *
 * @param rows one for each row of the file, refused ones first, unchanged ones last
 * @param token stands for exactly this plan, so that what is applied is what was seen
 */
public record ImportPlan(List<ImportRow> rows, String token) {

    static ImportPlan of(long id, List<ImportRow> rows) {
        List<ImportRow> sorted = rows.stream()
            .sorted(java.util.Comparator.comparing(ImportRow::action).thenComparing(ImportRow::line))
            .toList();
        return new ImportPlan(sorted, DigestUtils.sha256Hex(id + "\n" + sorted));
    }

    /**
     * How many rows have an action.
     * @return the number of rows
     */
    public long count(ImportRow.Action action) {
        return this.rows.stream().filter((row) -> row.action() == action).count();
    }

    /** Whether it may be applied. */
    public boolean applicable() {
        return count(ImportRow.Action.REFUSED) == 0 && count(ImportRow.Action.UNCHANGED) < this.rows.size();
    }

}
