package io.slipway.earlylife;

import java.util.List;

import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.release.checklist.ChecklistSource;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Tells whether early life support is scheduled, and once the release is live how it
 * went.
 */
@Component
class SupportChecklist implements ChecklistSource {

    private final EarlyLifeManagement earlyLife;

    private final Messages words;

    private final Times times;

    SupportChecklist(EarlyLifeManagement earlyLife, Messages words, Times times) {
        this.earlyLife = earlyLife;
        this.words = words;
        this.times = times;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        if (release.phase().compareTo(Phase.EARLY_LIFE_SUPPORT) < 0) {
            return List.of(planned(release));
        }
        return List.of(this.earlyLife.ofRelease(release.key()).map(this::under).orElseGet(() -> none(release)));
    }

    private ChecklistFact none(ReleaseDetails release) {
        return release.open() ? planned(release) : ChecklistFact.open(ChecklistItem.EARLY_LIFE_SUPPORT, "not_reached",
                this.words.text("earlylife.fact.not-reached"));
    }

    private ChecklistFact planned(ReleaseDetails release) {
        return (release.supportDays() > 0 && release.plannedEnd() != null)
                ? ChecklistFact.reached(ChecklistItem.EARLY_LIFE_SUPPORT,
                        this.words.text("earlylife.fact.scheduled", release.supportDays()))
                : ChecklistFact.open(ChecklistItem.EARLY_LIFE_SUPPORT, "not_scheduled",
                        this.words.text("earlylife.fact.not-scheduled"));
    }

    private ChecklistFact under(SupportDetails support) {
        boolean early = support.decidedAt() != null && support.decidedAt().isBefore(support.endsAt());
        String state = switch (support.status()) {
            case WATCHING, EXTENDING, ENDING -> "under_way";
            case HANDED_OVER -> early ? "ended_early" : "completed";
            case ROLLED_BACK -> "rolled_back";
        };
        return new ChecklistFact(ChecklistItem.EARLY_LIFE_SUPPORT, support.status() != SupportStatus.ROLLED_BACK, state,
                this.words.text("earlylife.fact." + state, this.times.withZone(support.endsAt())));
    }

}
