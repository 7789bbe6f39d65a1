package io.slipway.identity;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who is away from a moment on, for any number of questions without asking the database
 * again.
 */
public final class Absences {

    private final Instant from;

    private final List<AwayTime> times;

    Absences(Instant from, List<AwayTime> times) {
        this.from = from;
        this.times = times;
    }

    /**
     * Those whose absences, one after the other, leave no gap until an instant.
     * @param until until when, UTC; if it is not after the begin, nobody is away
     * @return when each of them is back, UTC, by user name
     */
    public Map<String, Instant> throughout(Instant until) {
        if (!until.isAfter(this.from)) {
            return Map.of();
        }
        Map<String, Instant> awayUntil = new TreeMap<>();
        Set<String> present = new HashSet<>();
        for (AwayTime time : this.times) {
            if (!time.from().isBefore(until)) {
                continue;
            }
            Instant covered = awayUntil.getOrDefault(time.userName(), this.from);
            if (time.from().isAfter(covered)) {
                present.add(time.userName());
            }
            awayUntil.put(time.userName(), covered.isAfter(time.until()) ? covered : time.until());
        }
        return awayUntil.entrySet()
            .stream()
            .filter((person) -> !present.contains(person.getKey()) && !person.getValue().isBefore(until))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

}
