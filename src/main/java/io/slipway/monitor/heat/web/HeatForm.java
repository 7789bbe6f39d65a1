package io.slipway.monitor.heat.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import io.slipway.input.InvalidInputException;
import io.slipway.monitor.heat.HeatMeasure;
import io.slipway.monitor.heat.HeatQuery;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a heat page asks for, as it was typed.
 *
 * @param measure {@code duration} or {@code frequency}; anything else is the first
 * @param versions {@value #ALL} for all versions of the model, else the one of the page
 * @param from the first day, such as {@code 2026-11-01}; empty for 30 days up to the last
 * @param to the last day; empty for today
 */
record HeatForm(@Nullable String measure, @Nullable String versions, @Nullable String from, @Nullable String to) {

    static final String ALL = "all";

    /** The days of the presets, each up to today. */
    static final int[] PRESETS = { 7, 30, 90 };

    private static final int USUAL = 30;

    private static final int LONGEST = 731;

    private static final int SHOWN = 40;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    HeatForm {
        measure = HeatMeasure.of(FormText.of(measure)).orElse(HeatMeasure.DURATION).id();
        versions = ALL.equals(versions) ? ALL : "";
        from = shortened(from);
        to = shortened(to);
    }

    /** The same with the days filled in that were left out. */
    HeatForm filled(LocalDate today) {
        String last = this.to.isEmpty() ? today.toString() : this.to;
        String first = this.from;
        if (first.isEmpty() && dated(last)) {
            first = LocalDate.parse(last).minusDays(USUAL - 1).toString();
        }
        return new HeatForm(this.measure, this.versions, first, last);
    }

    /** Refuses what is no period, with an {@link InvalidInputException}. */
    HeatQuery query() {
        LocalDate first = day("from", this.from);
        LocalDate last = day("to", this.to);
        if (last.isBefore(first)) {
            throw new InvalidInputException("to", "statistics.heat.invalid.order");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new InvalidInputException("from", "statistics.heat.invalid.long");
        }
        return new HeatQuery(HeatMeasure.of(this.measure).orElseThrow(), ALL.equals(this.versions), first, last);
    }

    /** The same as an address. */
    public String address(String path) {
        return "%s?measure=%s&versions=%s&from=%s&to=%s".formatted(path, this.measure, this.versions, this.from,
                this.to);
    }

    /** The same of the last days up to today, as an address. */
    public String preset(String path, int days, LocalDate today) {
        return new HeatForm(this.measure, this.versions, today.minusDays(days - 1L).toString(), today.toString())
            .address(path);
    }

    /** The same by another measure, as an address. */
    public String measured(String path, String by) {
        return new HeatForm(by, this.versions, this.from, this.to).address(path);
    }

    /** Tells whether the period is one of the presets. */
    public boolean spans(int days, LocalDate today) {
        return this.to.equals(today.toString()) && this.from.equals(today.minusDays(days - 1L).toString());
    }

    /** Tells whether a field's text is a date, which a date field can show. */
    public boolean dated(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
        }
        catch (DateTimeException ex) {
            return false;
        }
    }

    private LocalDate day(String field, String text) {
        if (!dated(text)) {
            throw new InvalidInputException(field, "statistics.heat.invalid.date");
        }
        return LocalDate.parse(text);
    }

    private static String shortened(@Nullable String sent) {
        String text = FormText.of(sent);
        return (text.length() <= SHOWN) ? text : text.substring(0, SHOWN);
    }

}
