package io.slipway.audit.report;

import java.time.Instant;
import java.util.List;

/**
 * A population as it was found, and what was drawn from it.
 *
 * @param takenAt when it was read, UTC
 * @param count how many members it has
 * @param digest SHA-256 over the keys in the order of time, each with a line feed behind
 * it, in hexadecimal digits
 * @param statement the statement that found it
 * @param sample what was drawn; empty if nothing was
 */
public record Population(PopulationKind kind, ReportPeriod period, Instant takenAt, long count, String digest,
        String statement, List<Drawn> sample) {

    /**
     * A member that was drawn.
     *
     * @param hash SHA-256 of the seed and, without anything between, its key
     */
    public record Drawn(Member member, String hash) {
    }

}
