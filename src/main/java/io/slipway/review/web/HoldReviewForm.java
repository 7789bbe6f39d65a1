package io.slipway.review.web;

import io.slipway.release.ReleaseDetails;
import io.slipway.review.ReviewFindings;
import io.slipway.review.ReviewVerdict;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the review found; lessons are written one per line.
 *
 * @param verdict how it judges the release
 * @param intended what was meant
 * @param happened what happened
 * @param lessons what was learned
 * @param outcome the pressed button: {@code hold}
 */
record HoldReviewForm(
        @Pattern(regexp = "SUCCESSFUL|SUCCESSFUL_WITH_ISSUES|FAILED",
                message = "{review.verdict.missing}") @Nullable String verdict,
        @NotBlank(message = "{review.intended.missing}") @Size(max = 4000,
                message = "{review.text.too-long}") @Nullable String intended,
        @NotBlank(message = "{review.happened.missing}") @Size(max = 4000,
                message = "{review.text.too-long}") @Nullable String happened,
        @Size(max = 4000, message = "{review.text.too-long}") @Nullable String lessons,
        @Pattern(regexp = "hold", message = "{review.outcome.missing}") @Nullable String outcome) {

    HoldReviewForm {
        verdict = FormText.of(verdict);
        intended = FormText.of(intended);
        happened = FormText.of(happened);
        lessons = FormText.of(lessons);
        outcome = FormText.of(outcome);
    }

    static HoldReviewForm first(ReleaseDetails release) {
        String verdict = (release.rolledBackAt() != null) ? ReviewVerdict.FAILED.name() : "";
        return new HoldReviewForm(verdict, release.plan().scope(), "", "", "");
    }

    static HoldReviewForm of(ReviewFindings findings) {
        return new HoldReviewForm(findings.verdict().name(), findings.intended(), findings.happened(),
                String.join("\n", findings.lessons()), "");
    }

    boolean tooLong() {
        return this.lessons.lines().anyMatch((lesson) -> lesson.length() > 500);
    }

    ReviewFindings toCommand() {
        return new ReviewFindings(ReviewVerdict.valueOf(this.verdict), this.intended, this.happened,
                this.lessons.lines().map(String::strip).filter((lesson) -> !lesson.isEmpty()).toList());
    }

}
