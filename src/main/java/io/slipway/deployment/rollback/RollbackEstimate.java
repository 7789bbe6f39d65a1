package io.slipway.deployment.rollback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How long it takes to take some steps back: as long as at most one rehearsal in ten took
 * longer, where what a rehearsal left out counts as the plan has it.
 *
 * @param rehearsals on how many rehearsals it counts
 * @param unrehearsed how many of the steps no rehearsal had
 */
record RollbackEstimate(Duration duration, int rehearsals, int unrehearsed) {

    private static final double SHARE = 0.9;

    /**
     * Estimates.
     * @param steps planned minutes by the keys of the steps
     * @param rehearsed for each rehearsal, how long each step took
     * @param whole how long rehearsals of all of these steps together took
     */
    static RollbackEstimate of(Map<String, Integer> steps, Collection<Map<String, Duration>> rehearsed,
            @Nullable Duration whole) {
        List<Duration> totals = new ArrayList<>(rehearsed.stream()
            .filter((one) -> steps.keySet().stream().anyMatch(one::containsKey))
            .map((one) -> total(steps, one))
            .toList());
        if (whole != null) {
            totals.add(whole);
        }
        int unrehearsed = (whole != null) ? 0
                : (int) steps.entrySet()
                    .stream()
                    .filter((step) -> rehearsed.stream().noneMatch((one) -> one.containsKey(step.getKey())))
                    .count();
        if (totals.isEmpty()) {
            return new RollbackEstimate(total(steps, Map.of()), 0, unrehearsed);
        }
        List<Duration> sorted = totals.stream().sorted().toList();
        return new RollbackEstimate(sorted.get((int) Math.ceil(SHARE * sorted.size()) - 1), sorted.size(), unrehearsed);
    }

    private static Duration total(Map<String, Integer> steps, Map<String, Duration> rehearsed) {
        return steps.entrySet()
            .stream()
            .map((step) -> rehearsed.getOrDefault(step.getKey(), Duration.ofMinutes(step.getValue())))
            .reduce(Duration.ZERO, Duration::plus);
    }

    /** In minutes, rounded up. */
    int minutes() {
        return (int) ((this.duration.toSeconds() + 59) / 60);
    }

}
