package io.slipway.workflow.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one or several versions of a model in a period of whole UTC days.
 *
 * @param from the first day
 * @param to the last day
 * @param elements what was passed or cancelled, by id
 * @param completeFrom the day since which figures are complete; null while there are none
 * @param asOf when the latest of them were made, UTC; null while there are none
 * @param filling whether figures of earlier days are still being made
 */
public record PeriodStatistics(LocalDate from, LocalDate to, List<ElementStatistics> elements,
        @Nullable LocalDate completeFrom, @Nullable Instant asOf, boolean filling) {

    /** The share by which a median or p90 may differ from the exact one. */
    public static final double PRECISION = DurationHistogram.PRECISION;

    /** Whether days of the period have no figures because they are still being made. */
    public boolean partial() {
        return this.filling && (this.completeFrom == null || this.from.isBefore(this.completeFrom));
    }

}
