package io.slipway.review.web;

import io.slipway.release.ReleaseDetails;
import io.slipway.review.ReviewFindings;
import io.slipway.review.ReviewVerdict;
import io.slipway.ui.form.FormText;

/**
 * What the review found; lessons are written one per line.
 *
 * @param outcome the pressed button: {@code hold}
 */
record HoldReviewForm(String verdict, String intended, String happened, String lessons, String outcome) {

    /** What the plan meant, and what the portal knows of what happened. */
    static HoldReviewForm first(ReleaseDetails release, String scope, String happened) {
        String verdict = (release.rolledBackAt() != null) ? ReviewVerdict.FAILED.name() : "";
        return new HoldReviewForm(verdict, scope, happened, "", "");
    }

    static HoldReviewForm of(ReviewFindings findings) {
        return new HoldReviewForm(findings.verdict().name(), findings.intended(), findings.happened(),
                String.join("\n", findings.lessons()), "");
    }

    ReviewFindings toCommand() {
        return new ReviewFindings(FormText.choice(ReviewVerdict.class, this.verdict), this.intended, this.happened,
                this.lessons.lines().toList());
    }

}
