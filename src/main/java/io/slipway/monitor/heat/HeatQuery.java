package io.slipway.monitor.heat;

import java.time.LocalDate;

/**
 * Which heat is asked for.
 *
 * @param allVersions whether the figures of all versions of the model are added up
 * @param from the first day, UTC
 * @param to the last day, UTC, included
 */
public record HeatQuery(HeatMeasure measure, boolean allVersions, LocalDate from, LocalDate to) {
}
