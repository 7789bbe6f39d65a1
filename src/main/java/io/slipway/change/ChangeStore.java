package io.slipway.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.change.ChangeRepository.Newest;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.NotFoundException;
import io.slipway.sql.GivenNumbers;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds change records for what is done with them, and writes down what was done.
 */
@Component
class ChangeStore {

    private final ChangeRepository changes;

    private final GivenNumbers numbers;

    private final Journal journal;

    ChangeStore(ChangeRepository changes, GivenNumbers numbers, Journal journal) {
        this.changes = changes;
        this.numbers = numbers;
        this.journal = journal;
    }

    void raise(String releaseKey, String round, ChangeContent draft) {
        if (this.changes.existsByRound(round)) {
            return;
        }
        ChangeContent content = newest(releaseKey).map(ChangeRecord::content).orElse(draft);
        String number = "CHG-%06d".formatted(this.numbers.next("CHG"));
        ChangeRecord record = this.changes
            .save(ChangeRecord.raise(number, releaseKey, round, content, this.journal.act().at()));
        this.journal.record(JournalEntry.of("change.raised", "change", number)
            .release(releaseKey)
            .with(Map.of("status", record.status())));
    }

    Optional<ChangeRecord> newest(String releaseKey) {
        return this.changes.findFirstByReleaseKeyOrderByIdDesc(releaseKey);
    }

    ChangeRecord current(String releaseKey) {
        return newest(releaseKey).orElseThrow(() -> new NotFoundException("change", releaseKey));
    }

    List<ChangeRecord> all(String releaseKey) {
        return this.changes.findWithDecisions(releaseKey);
    }

    /**
     * The votes that are asked for on the newest records of many releases, by their keys.
     */
    Map<String, Ballot> ballots(Collection<String> releaseKeys) {
        Map<String, Ballot> ballots = new HashMap<>();
        List<Long> requested = new ArrayList<>();
        for (Newest one : this.changes.findNewest(releaseKeys)) {
            if (one.getStatus() == ChangeStatus.REQUESTED) {
                requested.add(one.getId());
            }
            else {
                Ballot.of(one.getStatus(), "", List.of(), "")
                    .ifPresent((ballot) -> ballots.put(one.getReleaseKey(), ballot));
            }
        }
        if (!requested.isEmpty()) {
            this.changes.findWithDecisions(requested)
                .forEach((one) -> Ballot.of(one.status(), one.seats(), one.votes(), one.requester())
                    .ifPresent((ballot) -> ballots.put(one.releaseKey(), ballot)));
        }
        return ballots;
    }

    void write(String action, ChangeRecord record, @Nullable Role role, @Nullable String reason) {
        this.journal.record(JournalEntry.of(action, "change", record.number())
            .release(record.releaseKey())
            .as(role)
            .because((reason == null || reason.isBlank()) ? null : reason)
            .with(values(record.details())));
    }

    private static Map<String, ?> values(ChangeDetails change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", change.status());
        values.put("votes", change.votes().size() + " of " + change.quorum());
        if (change.status() == ChangeStatus.REQUESTED && change.votes().isEmpty()) {
            ChangeContent content = change.content();
            values.put("title", content.title());
            values.put("type", content.type());
            values.put("risk", change.risk().risk());
            values.put("riskReasons", change.risk().riskReasons());
            values.put("riskRemark", content.riskRemark());
            values.put("items", change.items().stream().map(AffectedItem::key).toList());
            values.put("digest", String.valueOf(change.scope().digest()));
            values.put("implementationPlan", content.implementationPlan());
            values.put("verificationPlan", content.verificationPlan());
            values.put("backOutPlan", content.backOutPlan());
        }
        ChangeDecision last = change.decisions().get(change.decisions().size() - 1);
        if (last.conditions() != null) {
            values.put("conditions", last.conditions());
        }
        return values;
    }

}
