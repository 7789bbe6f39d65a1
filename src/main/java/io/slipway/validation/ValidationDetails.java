package io.slipway.validation;

import java.util.List;

/**
 * Everything that validation knows of a release.
 *
 * @param assessments the verdicts on its packages, newest first
 * @param rehearsals the rehearsals of its rollback, newest first
 * @param rehearsalAsked whether the policy asks for one
 */
public record ValidationDetails(List<AssessmentDetails> assessments, List<RehearsalDetails> rehearsals,
        boolean rehearsalAsked) {
}
