package io.slipway.schedule.period;

import io.slipway.schedule.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * Which windows and freezes a list shows.
 *
 * @param kind of which kind; null for all
 * @param over whether those that are over are wanted, latest first; otherwise those that
 * are not, the first to end first
 * @param from where the page begins; a text that nobody gave out begins anew
 */
public record PeriodQuery(@Nullable PeriodKind kind, boolean over, String from) {
}
