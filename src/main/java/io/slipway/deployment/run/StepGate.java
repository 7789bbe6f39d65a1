package io.slipway.deployment.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.planning.wave.LinkKind;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepLink;
import org.jspecify.annotations.Nullable;

/**
 * Whether a step may start: once all that comes before it has ended or begun, its lag is
 * over and its fixed time has come, while nothing holds the run and nobody gave up the
 * wave.
 *
 * @param way whether it may start
 * @param at when it may, if that is known
 * @param waitsFor what it waits for: keys of steps, {@code halt}, {@code line} or
 * {@code time}
 */
record StepGate(Way way, @Nullable Instant at, @Nullable String waitsFor) {

    private static final int LONGEST = 80;

    static StepGate of(PlannedStep planned, Map<String, RunStep> others, @Nullable String held, boolean givenUp,
            Instant now) {
        if (givenUp) {
            return new StepGate(Way.NO_LONGER, null, null);
        }
        List<String> missing = new ArrayList<>();
        Instant earliest = planned.notBefore();
        for (StepLink link : planned.after()) {
            Instant since = reached(link, others.get(link.step()));
            if (since == null) {
                missing.add(link.step());
            }
            else {
                Instant at = since.plus(Duration.ofMinutes(link.lag()));
                earliest = (earliest == null || at.isAfter(earliest)) ? at : earliest;
            }
        }
        if (!missing.isEmpty()) {
            String all = String.join(",", missing);
            return new StepGate(Way.NOT_YET, null, all.substring(0, Math.min(LONGEST, all.length())));
        }
        if (earliest != null && earliest.isAfter(now)) {
            return new StepGate(Way.NOT_YET, earliest, "time");
        }
        return (held != null) ? new StepGate(Way.NOT_YET, null, held) : new StepGate(Way.NOW, null, null);
    }

    /** When what a link asks for came about; null if it did not. */
    private static @Nullable Instant reached(StepLink link, @Nullable RunStep other) {
        if (other == null) {
            return Instant.EPOCH;
        }
        if (link.kind() == LinkKind.START_START && other.startedAt() != null) {
            return other.startedAt();
        }
        return other.state().lets() ? other.endedAt() : null;
    }

    /** What becomes of the step now. */
    enum Way {

        /** It starts. */
        NOW("now"),
        /** It waits. */
        NOT_YET("not-yet"),
        /** It never starts. */
        NO_LONGER("no-longer");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** What the process model calls it. */
        String word() {
            return this.word;
        }

    }

}
