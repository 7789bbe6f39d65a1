package io.slipway.audit.report;

import java.time.Instant;
import java.util.List;

import io.slipway.change.ChangeDecision;
import io.slipway.change.ChangeType;
import io.slipway.policy.Risk;
import org.jspecify.annotations.Nullable;

/**
 * A deployment with the facts that its tests look at. Instants are UTC.
 *
 * @param row deployment, release and change
 * @param decisions the history of the change, oldest first
 * @param assessments what was said of test results, oldest first
 * @param evidence how many results had been delivered when it began
 * @param rehearsals rehearsals of the way back, oldest first
 * @param reviewDue until when an emergency has to be looked back at; null if nobody was
 * asked
 * @param otherDigests what tools reported to have deployed besides the package
 */
public record Item(Row row, List<ChangeDecision> decisions, List<Assessment> assessments, int evidence,
        List<Rehearsal> rehearsals, @Nullable Instant reviewDue, List<String> otherDigests) {

    /**
     * A row of deployment, release, and the change that counted when it began.
     *
     * @param digest of what was deployed; null if it was not kept
     * @param changeDigest of what was authorised
     * @param riskVersion version of the table that assessed the risk; 0 if none did
     * @param standardBy who authorised the standing authorisation that it names
     */
    public record Row(long id, String releaseKey, String releaseName, int attempt, String environment,
            Instant startedAt, @Nullable Instant finishedAt, String status, String deployedBy, @Nullable String digest,
            @Nullable Long changeId, @Nullable String number, @Nullable ChangeType type, @Nullable Risk risk,
            int riskVersion, boolean backOut, @Nullable String changeDigest, String seats,
            @Nullable Instant emergencyReviewedAt, @Nullable String emergencyReviewer, @Nullable String standardName,
            @Nullable String standardBy) {

        /** Its key in the population. */
        public String key() {
            return this.releaseKey + "/" + this.attempt;
        }

    }

    /** What somebody said of the test results. */
    public record Assessment(String releaseKey, boolean passed, String by, Instant at) {
    }

    /** A rehearsal of the way back. */
    public record Rehearsal(String releaseKey, boolean succeeded, Instant at) {
    }

}
