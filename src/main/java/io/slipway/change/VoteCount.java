package io.slipway.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.approval.ApprovalManagement;
import io.slipway.approval.Shortage;
import io.slipway.identity.Absences;
import org.jspecify.annotations.Nullable;

/**
 * Solves ballots against the people who are not away. Most ballots of a calendar are
 * alike, so each is solved once.
 */
final class VoteCount {

    /** How many returns are waited for at most. */
    private static final int RETURNS = 20;

    private final ApprovalManagement approvals;

    private final Absences absences;

    private final Map<Instant, Map<String, Instant>> away = new HashMap<>();

    private final Map<List<Object>, List<Shortage>> solved = new HashMap<>();

    VoteCount(ApprovalManagement approvals, Absences absences) {
        this.approvals = approvals;
        this.absences = absences;
    }

    /** The votes that nobody could give until then. */
    List<Shortage> shortages(Ballot ballot, Instant until) {
        Map<String, Instant> without = away(until);
        return this.solved.computeIfAbsent(List.of(ballot, without),
                (key) -> this.approvals.shortages(ballot.rules(), ballot.given(), ballot.excluded(), without));
    }

    /**
     * From when on all votes could have been given: the start, or the minute in which
     * enough people are back; null if that does not help.
     */
    @Nullable Instant ableFrom(Ballot ballot, Instant start) {
        Instant at = start;
        for (int i = 0; i < RETURNS; i++) {
            if (shortages(ballot, at).isEmpty()) {
                return at;
            }
            Instant back = away(at).values().stream().min(Instant::compareTo).orElse(null);
            if (back == null) {
                return null;
            }
            at = back.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        }
        return null;
    }

    private Map<String, Instant> away(Instant until) {
        return this.away.computeIfAbsent(until, this.absences::throughout);
    }

}
