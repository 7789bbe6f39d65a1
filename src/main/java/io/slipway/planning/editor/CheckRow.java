package io.slipway.planning.editor;

import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A check, as typed.
 *
 * @param title what it is called; nothing is checked without
 * @param by where its readings come from
 * @param at key of the monitoring source
 * @param asks the query
 * @param every seconds between two measurements
 * @param later seconds before the first one
 * @param times how many measurements
 * @param failures tolerated
 * @param enough successes in a row
 * @param unclear inconclusive measurements tolerated
 * @param silent errors in a row tolerated
 */
public record CheckRow(String title, String by, String at, String asks, String success, String failure, String every,
        String later, String times, String failures, String enough, String unclear, String silent) {

    /** One to fill. */
    static final CheckRow BLANK = new CheckRow("", "", "", "", "", "", "", "", "", "", "", "", "");

    public CheckRow {
        title = FormText.of(title);
        by = FormText.of(by);
        at = FormText.of(at);
        asks = FormText.of(asks);
        success = FormText.of(success);
        failure = FormText.of(failure);
        every = FormText.of(every);
        later = FormText.of(later);
        times = FormText.of(times);
        failures = FormText.of(failures);
        enough = FormText.of(enough);
        unclear = FormText.of(unclear);
        silent = FormText.of(silent);
    }

    static CheckRow of(@Nullable CheckRule rule) {
        if (rule == null) {
            return BLANK;
        }
        CheckLimits limits = rule.limits();
        return new CheckRow(rule.name(), rule.kind().name(), rule.source(), rule.query(), rule.success(),
                rule.failure(), Integer.toString(limits.interval()), Integer.toString(limits.delay()),
                Integer.toString(limits.count()), Integer.toString(limits.failures()),
                Integer.toString(limits.successes()), Integer.toString(limits.inconclusive()),
                Integer.toString(limits.errors()));
    }

    boolean empty() {
        return this.title.isEmpty() && this.asks.isEmpty();
    }

    @Nullable CheckRule toRule(String field) {
        if (empty()) {
            return null;
        }
        CheckKind kind = FormText.choice(CheckKind.class, this.by);
        if (kind == null) {
            throw new InvalidInputException(field, "planning.waves.check.by", this.title);
        }
        CheckLimits once = CheckLimits.ONCE;
        return new CheckRule(this.title, kind, this.at, this.asks, this.success, this.failure, new CheckLimits(
                RowText.number(field, this.every, once.interval()), RowText.number(field, this.later, once.delay()),
                RowText.number(field, this.times, once.count()), RowText.number(field, this.failures, once.failures()),
                RowText.number(field, this.enough, once.successes()),
                RowText.number(field, this.unclear, once.inconclusive()),
                RowText.number(field, this.silent, once.errors())));
    }

}
