package io.slipway.audit.report;

import java.time.Instant;

/**
 * One member of a population.
 *
 * @param member its key, such as {@code REL-000001/1} or {@code CHG-000001}
 * @param at when it began, UTC
 * @param id its number in the database
 * @param releaseKey key of its release
 * @param status how it stands now
 */
public record Member(String member, Instant at, long id, String releaseKey, String status) {

    /** The number of the attempt, of a deployment. */
    public String attempt() {
        return this.member.substring(this.member.lastIndexOf('/') + 1);
    }

}
