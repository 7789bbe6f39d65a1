package io.slipway.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import io.slipway.demo.PastRelease.Twist;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * How long the company's people take for each step, always the same for the same step of
 * the same release.
 */
final class PastPace {

    /** Hours from and to, where a step waits for nothing but a person. */
    private static final Map<String, Range> HOURS = Map.ofEntries(Map.entry("complete-plan", new Range(5, 30)),
            Map.entry("approve-plan", new Range(3, 40)), Map.entry("deliver-units", new Range(26, 80)),
            Map.entry("assess-test-results", new Range(8, 34)), Map.entry("rehearse-rollback", new Range(4, 22)),
            Map.entry("request-change", new Range(2, 8)), Map.entry("authorise-change", new Range(4, 30)),
            Map.entry("supply-information", new Range(2, 9)), Map.entry("resolve-no-go", new Range(2, 4)),
            Map.entry("decide-on-exit", new Range(2, 22)), Map.entry("decide-on-early-end", new Range(3, 26)),
            Map.entry("hold-review", new Range(20, 90)), Map.entry("confirm-review", new Range(6, 60)),
            Map.entry("confirm-configuration", new Range(4, 40)),
            Map.entry("review-emergency-change", new Range(10, 40)));

    /** Minutes from and to, on the evening of the deployment. */
    private static final Map<String, Range> MINUTES = Map.of("deploy-package", new Range(18, 85), "verify-deployment",
            new Range(12, 40), "decide-on-failure", new Range(6, 22), "roll-back-release", new Range(22, 48),
            "authorise-emergency-change", new Range(8, 50));

    private static final Range USUAL = new Range(3, 20);

    private static final int HASTE = 14;

    /** How long a stopped line stays so. */
    static final Duration STOPPED = Duration.ofMinutes(95);

    /** After this the evening is over, and the next one has to do. */
    private static final Duration EVENING = Duration.ofHours(5);

    private PastPace() {
    }

    /**
     * When a step that has just been opened is answered.
     * @param before how often it was answered before
     * @param twist the answer that is not the usual one
     * @param start when the deployment is to begin
     * @param supportEnds when early life support ends, if it has begun
     * @return the time; null if nobody answers but a timer goes off
     */
    static @Nullable Instant answered(PastRelease story, String step, int before, Optional<Twist> twist, Instant now,
            Instant start, Optional<Instant> supportEnds) {
        Duration late = (before == 0) ? late(story, step) : Duration.ZERO;
        return switch (step) {
            case "announce-deployment" -> later(PastCalendar.beforeWeekend(start.minus(26, ChronoUnit.HOURS)), now, 20);
            case "decide-go-no-go" -> later(start.minus(5, ChronoUnit.HOURS), now, 15);
            case "confirm-backups" -> later(start.minus(70, ChronoUnit.MINUTES), now, 15);
            case "start-deployment" -> starts(story, now, start).plus(late);
            case "watch-release" -> twist.map((one) -> watched(story, one, now, supportEnds.orElse(now))).orElse(null);
            default -> MINUTES.containsKey(step) ? now.plus(of(story, step, before), ChronoUnit.MINUTES).plus(late)
                    : atWork(story, now.plus(of(story, step, before), ChronoUnit.MINUTES).plus(late));
        };
    }

    /**
     * Minutes, the same for the same step of the same release.
     * @param what a step, or whatever else takes a while
     */
    static int of(PastRelease story, String what, int before) {
        Range range = MINUTES.get(what);
        if (range == null) {
            Range hours = HOURS.getOrDefault(what, USUAL);
            int haste = (story.release().type() == ReleaseType.EMERGENCY) ? HASTE : 1;
            range = new Range(60 * hours.from() / haste, 60 * hours.to() / haste);
        }
        return range.from() + Math.floorMod((story.key() + what + before).hashCode() * 31, range.to() - range.from());
    }

    private static Duration late(PastRelease story, String step) {
        return story.twist(step, "late")
            .map((one) -> Duration.ofHours(one.number()))
            .orElseGet(() -> story.twist(step, "waiver").isPresent() ? Duration.ofHours(96) : Duration.ZERO);
    }

    private static Instant starts(PastRelease story, Instant now, Instant start) {
        Instant from = now.isAfter(start.plus(EVENING)) ? PastCalendar.nextEvening(now) : start;
        Instant at = story.twist("start-deployment", "stop").isPresent() ? from.plus(STOPPED).plusSeconds(300) : from;
        return later(at.plus(2 + Math.floorMod(story.key().hashCode(), 8), ChronoUnit.MINUTES), now, 4);
    }

    private static Instant watched(PastRelease story, Twist twist, Instant now, Instant ends) {
        return switch (twist.what()) {
            case "extend" -> later(PastCalendar.atWork(ends.minus(2, ChronoUnit.DAYS)), now, 60);
            case "exit" -> PastCalendar.atWork(now.plus(Duration.between(now, ends).multipliedBy(2).dividedBy(5)));
            default -> now.plus(20 + of(story, "watch-release", 0) / 60, ChronoUnit.HOURS);
        };
    }

    /** The same time or the next at which people work, whom an emergency does not ask. */
    static Instant atWork(PastRelease story, Instant at) {
        return (story.release().type() == ReleaseType.EMERGENCY) ? at : PastCalendar.atWork(at);
    }

    private static Instant later(Instant wanted, Instant now, int minutes) {
        Instant soon = now.plus(minutes, ChronoUnit.MINUTES);
        return wanted.isAfter(soon) ? wanted : soon;
    }

    /** From and to, the second not reached. */
    private record Range(int from, int to) {
    }

}
