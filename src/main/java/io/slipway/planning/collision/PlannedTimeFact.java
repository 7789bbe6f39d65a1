package io.slipway.planning.collision;

import java.time.Instant;
import java.util.List;

import io.slipway.planning.plan.Plan;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says whether anything is in the way of a deployment at its planned time, in one fact
 * for every page that decides: the same collisions as on the calendar.
 */
@Component
public class PlannedTimeFact {

    private final CollisionManagement collisions;

    private final Times times;

    private final Messages words;

    PlannedTimeFact(CollisionManagement collisions, Times times, Messages words) {
        this.collisions = collisions;
        this.times = times;
        this.words = words;
    }

    /**
     * The planned time of a release, and what is in its way.
     * @return unknown without a planned time; bad if it cannot be kept
     */
    public DecidingFact of(ReleaseDetails release) {
        return of(release, this.collisions.of(release));
    }

    /**
     * The planned time of a release, with what is known to be in its way.
     * @param report its collisions
     */
    public DecidingFact of(ReleaseDetails release, CollisionReport report) {
        return of(release.key(), release.plannedStart(), release.plannedEnd(), report);
    }

    /**
     * The planned time of a release as somebody is writing it down.
     * @param release the release's key
     */
    public DecidingFact of(String release, Plan draft) {
        return of(release, draft.times().plannedStart(), draft.times().plannedEnd(),
                this.collisions.of(release, draft));
    }

    /**
     * The planned time of a release in a list, where nobody looks for the next free slot.
     * @param collisions its collisions, the gravest first
     */
    DecidingFact of(ReleaseSummary release, List<Collision> collisions) {
        return of(release.key(), release.plannedStart(), release.plannedEnd(), new CollisionReport(collisions, null));
    }

    private DecidingFact of(String release, @Nullable Instant start, @Nullable Instant end, CollisionReport report) {
        if (start == null || end == null) {
            return fact(release, Weight.UNKNOWN, say("none"));
        }
        String time = this.times.format(start) + " – " + this.times.withZone(end);
        if (!report.any()) {
            return fact(release, Weight.GOOD, say("free", time));
        }
        List<Collision> found = report.collisions();
        Collision first = found.get(0);
        // What is said of windows names the time already.
        String reason = (first.kind() == CollisionKind.WINDOW) ? first.reason() : time + ": " + first.reason();
        if (found.size() > 1) {
            reason += " " + say("more", found.size() - 1);
        }
        if (report.nextFree() != null) {
            reason += " " + say("next", this.times.withZone(report.nextFree()));
        }
        return fact(release, report.blocking() ? Weight.BAD : Weight.WARN, reason);
    }

    private DecidingFact fact(String release, Weight weight, String reason) {
        return new DecidingFact(weight, say("label"), reason, "/releases/" + release + "/plan");
    }

    private String say(String key, Object... arguments) {
        return this.words.text("planning.collision.time." + key, arguments);
    }

}
