package io.slipway.planning.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import io.slipway.input.InputCheck;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.Wave;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * One wave with its steps, as typed: some rows more than are filled.
 *
 * @param id its key
 * @param sites groups, sites or machines, separated by commas
 * @param share per cent
 * @param bakeMinutes how long it is watched
 */
public record WaveRow(String id, String title, String sites, String share, String bakeMinutes,
        @Nullable CheckRow traffic, @Nullable List<@Nullable CheckRow> checks,
        @Nullable List<@Nullable PlannedStepRow> rows) {

    /** The most steps that a page offers as rows; longer waves are written as text. */
    public static final int MOST_ROWS = 60;

    private static final int BLANK_ROWS = 2;

    private static final int MOST_CHECKS = 20;

    public WaveRow {
        id = FormText.of(id);
        title = FormText.of(title);
        sites = FormText.of(sites);
        share = FormText.of(share);
        bakeMinutes = FormText.of(bakeMinutes);
        List<CheckRow> measured = new ArrayList<>();
        if (checks != null) {
            checks.stream()
                .filter((row) -> row != null && !row.empty())
                .limit(MOST_CHECKS)
                .forEach((row) -> measured.add(Objects.requireNonNull(row)));
        }
        measured.add(CheckRow.BLANK);
        checks = Collections.unmodifiableList(measured);
        List<PlannedStepRow> done = new ArrayList<>();
        if (rows != null) {
            rows.stream()
                .filter((row) -> row != null && !row.empty())
                .limit(MOST_ROWS)
                .forEach((row) -> done.add(Objects.requireNonNull(row)));
        }
        done.addAll(Collections.nCopies(BLANK_ROWS, PlannedStepRow.BLANK));
        rows = Collections.unmodifiableList(done);
    }

    /** A wave as it is kept. */
    public static WaveRow of(Wave wave, Times times) {
        List<@Nullable CheckRow> checks = new ArrayList<>();
        wave.bake().checks().forEach((rule) -> checks.add(CheckRow.of(rule)));
        List<@Nullable PlannedStepRow> rows = new ArrayList<>();
        wave.steps().forEach((step) -> rows.add(PlannedStepRow.of(step, times)));
        return new WaveRow(wave.key(), wave.name(), String.join(", ", wave.targets()),
                (wave.percent() != null) ? Integer.toString(wave.percent()) : "",
                RowText.number(wave.bake().minutes(), 0), CheckRow.of(wave.bake().traffic()), checks, rows);
    }

    /**
     * The wave; what cannot be read is noted, and missing in it.
     * @param others the other waves of the plan, of which keys are taken
     */
    public Wave toWave(List<Wave> others, Times times, InputCheck check) {
        Set<String> taken = new HashSet<>();
        others.forEach((wave) -> wave.steps().forEach((step) -> taken.add(step.key())));
        List<PlannedStepRow> filled = filled();
        filled.forEach((row) -> taken.add(row.step()));
        String key = this.id.isEmpty() ? RowText.key(this.title, "", new HashSet<>()) : this.id;
        List<PlannedStep> steps = IntStream.range(0, filled.size())
            .mapToObj((i) -> filled.get(i).toStep("wave.rows[" + i + "]", key, taken, times, check))
            .toList();
        Integer percent = this.share.isEmpty() ? null : check.read(() -> RowText.number("wave.share", this.share, 0));
        return new Wave(key, this.title, RowText.words(this.sites), percent, steps, toBake(check));
    }

    private Bake toBake(InputCheck check) {
        Integer minutes = check.read(() -> RowText.number("wave.bakeMinutes", this.bakeMinutes, 0));
        CheckRow use = this.traffic;
        List<CheckRow> measured = (this.checks != null)
                ? this.checks.stream().filter(Objects::nonNull).<CheckRow>map(Objects::requireNonNull).toList()
                : List.of();
        return new Bake((minutes != null) ? minutes : 0,
                (use != null) ? check.read(() -> use.toRule("wave.traffic")) : null,
                IntStream.range(0, measured.size())
                    .mapToObj((i) -> check.read(() -> measured.get(i).toRule("wave.checks[" + i + "]")))
                    .toList());
    }

    private List<PlannedStepRow> filled() {
        List<PlannedStepRow> filled = new ArrayList<>();
        if (this.rows != null) {
            for (PlannedStepRow row : this.rows) {
                if (row != null && !row.empty()) {
                    filled.add(row);
                }
            }
        }
        return filled;
    }

}
