package io.slipway.planning.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.ReconciliationPoint;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * How old and new run side by side, as typed: some rows more than are filled.
 *
 * @param clean cycles in a row
 * @param hours between two cycles
 * @param backHours within which the old system can take over again
 */
public record ParallelRow(String clean, String hours, String backHours, @Nullable List<@Nullable PointRow> points) {

    private static final int MOST_ROWS = 50;

    private static final int BLANK_ROWS = 2;

    public ParallelRow {
        clean = FormText.of(clean);
        hours = FormText.of(hours);
        backHours = FormText.of(backHours);
        List<@Nullable PointRow> rows = new ArrayList<>();
        if (points != null) {
            points.stream().filter((row) -> row != null && !row.empty()).limit(MOST_ROWS).forEach(rows::add);
        }
        rows.addAll(Collections.nCopies(BLANK_ROWS, new PointRow("", "", "", "")));
        points = Collections.unmodifiableList(rows);
    }

    /** As it is kept. */
    public static ParallelRow of(@Nullable ParallelRun parallel) {
        if (parallel == null) {
            return new ParallelRow("", "", "", null);
        }
        List<@Nullable PointRow> rows = new ArrayList<>();
        parallel.points()
            .forEach((point) -> rows
                .add(new PointRow(point.name(), point.grain(), Double.toString(point.tolerance()), point.owner())));
        return new ParallelRow(RowText.number(parallel.cleanCycles(), 0), RowText.number(parallel.cycleHours(), 0),
                RowText.number(parallel.cutBackHours(), 0), rows);
    }

    /** How they run; nothing if nothing was typed. What cannot be read is noted. */
    public @Nullable ParallelRun toParallel(InputCheck check) {
        List<PointRow> filled = new ArrayList<>();
        if (this.points != null) {
            for (PointRow row : this.points) {
                if (row != null && !row.empty()) {
                    filled.add(row);
                }
            }
        }
        if (filled.isEmpty() && this.clean.isEmpty() && this.hours.isEmpty() && this.backHours.isEmpty()) {
            return null;
        }
        return check.read(() -> new ParallelRun(
                IntStream.range(0, filled.size())
                    .mapToObj((i) -> filled.get(i).toPoint("side.points[" + i + "]"))
                    .toList(),
                RowText.number("side.clean", this.clean, 0), RowText.number("side.hours", this.hours, 0),
                RowText.number("side.backHours", this.backHours, 0)));
    }

    /**
     * What is compared, as typed.
     *
     * @param per by what totals are taken
     * @param apart how far both may be apart
     * @param owner user name
     */
    public record PointRow(String title, String per, String apart, String owner) {

        public PointRow {
            title = FormText.of(title);
            per = FormText.of(per);
            apart = FormText.of(apart);
            owner = FormText.of(owner);
        }

        boolean empty() {
            return this.title.isEmpty();
        }

        ReconciliationPoint toPoint(String field) {
            if (!this.apart.isEmpty() && !this.apart.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                throw new InvalidInputException(field, "planning.waves.parallel.tolerance", this.title);
            }
            return new ReconciliationPoint(this.title, this.per,
                    this.apart.isEmpty() ? 0.0 : Double.parseDouble(this.apart), this.owner);
        }

    }

}
