package io.slipway.audit.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

import io.slipway.audit.report.ItemTest.Kind;
import io.slipway.audit.report.PopulationKind;
import io.slipway.audit.report.PopulationManagement;
import io.slipway.audit.report.ReportPeriod;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a report, as it stands in its address. Days are those of UTC, so that
 * an address means the same to everybody.
 *
 * @param since the first day, such as {@code 2026-01-01}
 * @param until the last day
 * @param kind what the population consists of
 * @param seed what a sample is drawn by
 * @param size how many are drawn
 * @param test which test of deployments counts
 * @param actor user name of a person
 */
record ReportFilters(@Nullable String since, @Nullable String until, @Nullable String kind, @Nullable String seed,
        @Nullable String size, @Nullable String test, @Nullable String actor, @Nullable String from) {

    /** The days of a report unless somebody says otherwise. */
    private static final int USUAL = 90;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9998, 1, 1);

    ReportFilters {
        since = FormText.filter(since);
        until = FormText.filter(until);
        kind = FormText.known(PopulationKind.class, kind);
        seed = FormText.filter(seed);
        size = FormText.filter(size);
        test = FormText.known(Kind.class, test);
        actor = FormText.filter(actor);
        from = FormText.of(from);
    }

    /** The same with its days filled in. */
    ReportFilters complete(Clock clock) {
        LocalDate last = day(this.until, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate first = day(this.since, last.minusDays(USUAL - 1));
        String kept = (this.kind == null || this.kind.isEmpty()) ? PopulationKind.DEPLOYMENTS.name() : this.kind;
        return new ReportFilters(first.toString(), last.toString(), kept, this.seed, Integer.toString(wanted()),
                this.test, this.actor, this.from);
    }

    ReportPeriod period() {
        return new ReportPeriod(LocalDate.parse(String.valueOf(this.since)).atStartOfDay(ZoneOffset.UTC).toInstant(),
                LocalDate.parse(String.valueOf(this.until)).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    PopulationKind population() {
        return PopulationKind.valueOf(String.valueOf(this.kind));
    }

    int wanted() {
        int number = FormText.number(text(this.size));
        return (number < 1) ? PopulationManagement.USUAL_SIZE : Math.min(number, PopulationManagement.MOST);
    }

    String cursor() {
        return text(this.from);
    }

    static String text(@Nullable String text) {
        return (text != null) ? text : "";
    }

    /** A day that is none does not count, as with all filters. */
    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            LocalDate day = text(text).isEmpty() ? otherwise : LocalDate.parse(text(text));
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? otherwise : day;
        }
        catch (DateTimeParseException none) {
            return otherwise;
        }
    }

}
