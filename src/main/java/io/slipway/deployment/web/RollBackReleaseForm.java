package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * How the former baseline was restored. Times are in the person's zone.
 *
 * @param baseline what was restored, and how that was checked
 * @param outcome the pressed button: {@code restored}
 */
record RollBackReleaseForm(String finishedAt, String baseline,
        @Pattern(regexp = "restored", message = "{deployment.outcome.missing}") String outcome) {
}
