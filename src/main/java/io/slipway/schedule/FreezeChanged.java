package io.slipway.schedule;

/**
 * Tells, inside the transaction, that a window or freeze was made, changed or ended.
 *
 * @param change {@code created}, {@code changed} or {@code ended}
 */
public record FreezeChanged(long periodId, PeriodKind kind, String name, String change) {
}
