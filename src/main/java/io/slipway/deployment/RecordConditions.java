package io.slipway.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.deployment.Readiness.Condition;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The conditions that the release's own record decides: its phase, its change, the eight
 * items of the checklist.
 */
@Component
@Order(10)
class RecordConditions implements ReadinessSource {

    /** The tab of the release page on which each item comes about. */
    private static final Map<ChecklistItem, String> TABS = Map.of(ChecklistItem.RELEASE_PLAN, "plan",
            ChecklistItem.RELEASE_PACKAGE, "package", ChecklistItem.TEST_RESULTS, "validation",
            ChecklistItem.ROLLBACK_PLAN, "validation", ChecklistItem.COMMUNICATION_PLAN, "deployment",
            ChecklistItem.BACKUPS, "deployment", ChecklistItem.SACM_UPDATE, "review", ChecklistItem.EARLY_LIFE_SUPPORT,
            "support");

    private final ReleaseManagement releases;

    private final ChangeManagement changes;

    private final ReadinessWords words;

    RecordConditions(ReleaseManagement releases, ChangeManagement changes, ReadinessWords words) {
        this.releases = releases;
        this.changes = changes;
        this.words = words;
    }

    @Override
    public List<Condition> conditions(ReleaseDetails release, Instant now) {
        String page = "/releases/" + release.key();
        List<Condition> conditions = new ArrayList<>();
        boolean deploying = release.open() && release.phase() == Phase.DEPLOY;
        conditions.add(Condition.of("release-phase", deploying,
                this.words.say(deploying ? "deployment.ready.phase" : "deployment.unready.phase"), page));
        boolean authorised = this.changes.isAuthorised(release.key());
        conditions.add(Condition.of("change-authorised", authorised,
                this.words.say(authorised ? "deployment.ready.change" : "deployment.unready.change"),
                page + "/change"));
        for (ChecklistFact fact : this.releases.checklist(release)) {
            conditions.add(Condition.of("checklist-" + name(fact.item()), fact.met(), fact.why(),
                    page + "/" + TABS.get(fact.item())));
        }
        return conditions;
    }

    private static String name(ChecklistItem item) {
        return item.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
