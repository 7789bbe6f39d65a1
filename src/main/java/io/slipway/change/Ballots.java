package io.slipway.change;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.change.ChangeRepository.Newest;

import org.springframework.stereotype.Component;

/**
 * Finds which votes are asked for on changes that were requested, for one release or for
 * many with two statements.
 */
@Component
class Ballots {

    private static final Set<ChangeStatus> DECIDED = EnumSet.of(ChangeStatus.AUTHORISED, ChangeStatus.IMPLEMENTED,
            ChangeStatus.CLOSED);

    private final ChangeManagement changes;

    private final ChangeRepository records;

    Ballots(ChangeManagement changes, ChangeRepository records) {
        this.changes = changes;
        this.records = records;
    }

    /** By the keys of those releases whose newest change was requested. */
    Map<String, Ballot> of(Collection<String> keys) {
        return (keys.size() == 1) ? ofOne(keys.iterator().next()) : ofMany(keys);
    }

    /** As its page has read it already. */
    private Map<String, Ballot> ofOne(String key) {
        ChangeDetails change = this.changes.ofRelease(key).orElse(null);
        if (change != null && change.status() == ChangeStatus.REQUESTED) {
            return Map.of(key, Ballot.of(change.seats(), change.votes(), change.requester()));
        }
        return (change != null && DECIDED.contains(change.status())) ? Map.of(key, Ballot.CLOSED) : Map.of();
    }

    private Map<String, Ballot> ofMany(Collection<String> keys) {
        List<Newest> newest = this.records.findNewest(keys);
        Map<String, Ballot> ballots = new HashMap<>();
        newest.stream()
            .filter((one) -> DECIDED.contains(one.getStatus()))
            .forEach((one) -> ballots.put(one.getReleaseKey(), Ballot.CLOSED));
        List<Long> requested = newest.stream()
            .filter((one) -> one.getStatus() == ChangeStatus.REQUESTED)
            .map(Newest::getId)
            .toList();
        if (!requested.isEmpty()) {
            this.records.findWithDecisions(requested)
                .forEach((one) -> ballots.put(one.releaseKey(), Ballot.of(one.seats(), one.votes(), one.requester())));
        }
        return ballots;
    }

}
