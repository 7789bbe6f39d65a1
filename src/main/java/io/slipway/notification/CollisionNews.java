package io.slipway.notification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.slipway.planning.PlanSubmitted;
import io.slipway.planning.collision.Collision;
import io.slipway.planning.collision.CollisionKind;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.collision.CollisionReport;
import io.slipway.release.ReleaseDetails;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells, when a plan is submitted, what stands in its way: to its release manager and to
 * those of the releases with which it collides.
 */
@Component
class CollisionNews {

    private static final int MOST_SHOWN = 10;

    /** Kinds that name another release. */
    private static final Set<CollisionKind> BETWEEN_RELEASES = EnumSet.of(CollisionKind.SERVICE, CollisionKind.ITEM,
            CollisionKind.NOT_TOGETHER, CollisionKind.TOGETHER, CollisionKind.DEPENDENCY);

    private final CollisionManagement collisions;

    private final Essentials essentials;

    private final NewsWords words;

    private final Outbox outbox;

    CollisionNews(CollisionManagement collisions, Essentials essentials, NewsWords words, Outbox outbox) {
        this.collisions = collisions;
        this.essentials = essentials;
        this.words = words;
        this.outbox = outbox;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PlanSubmitted event) {
        this.essentials.release(event.key()).ifPresent((release) -> {
            CollisionReport report = this.collisions.of(release);
            if (report.any()) {
                tell(release, event.revision(), report);
            }
        });
    }

    private void tell(ReleaseDetails release, int revision, CollisionReport report) {
        List<Fact> facts = new ArrayList<>();
        report.collisions()
            .stream()
            .limit(MOST_SHOWN)
            .forEach((collision) -> Essentials.add(facts, "collision", collision.reason()));
        if (report.nextFree() != null) {
            facts.add(Fact.at("free", report.nextFree()));
        }
        Set<String> told = new LinkedHashSet<>();
        told.add(release.owner());
        report.collisions()
            .stream()
            .filter((collision) -> BETWEEN_RELEASES.contains(collision.kind()))
            .map(Collision::with)
            .distinct()
            .limit(MOST_SHOWN)
            .flatMap((key) -> this.essentials.release(key).stream())
            .map(ReleaseDetails::owner)
            .forEach(told::add);
        this.outbox.tell(
                new Matter("collision:" + release.key() + ":" + revision, NotificationKind.SCHEDULE, release.key(),
                        this.words.title("collision", release.key(), release.name()),
                        this.words.text("collision", release.key()), facts, "/releases/" + release.key() + "/plan"),
                told);
    }

}
