package io.slipway.review;

import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.release.checklist.ChecklistSource;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Tells whether the CMDB's update is pending until after the deployment, and later
 * whether somebody confirmed it.
 */
@Component
class ReviewChecklist implements ChecklistSource {

    private final ReviewManagement reviews;

    private final PersonDirectory people;

    private final Messages words;

    ReviewChecklist(ReviewManagement reviews, PersonDirectory people, Messages words) {
        this.reviews = reviews;
        this.people = people;
        this.words = words;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        return List.of(configuration(release));
    }

    private ChecklistFact configuration(ReleaseDetails release) {
        if (release.status() == ReleaseStatus.CANCELLED) {
            return open("not_applicable");
        }
        if (release.phase() == Phase.REVIEW || !release.open()) {
            ConfirmedConfiguration confirmed = this.reviews.configurationOf(release.key()).orElse(null);
            if (confirmed != null) {
                return new ChecklistFact(ChecklistItem.SACM_UPDATE, true, "confirmed",
                        this.words.text("review.fact.confirmed", this.people.name(confirmed.by())));
            }
            if (!release.open()) {
                return open("not_confirmed");
            }
        }
        return release.services().isEmpty() ? open("no_service") : ChecklistFact.reached(ChecklistItem.SACM_UPDATE,
                this.words.text("review.fact.pending", release.services().size()));
    }

    private ChecklistFact open(String state) {
        return ChecklistFact.open(ChecklistItem.SACM_UPDATE, state, this.words.text("review.fact." + state));
    }

}
