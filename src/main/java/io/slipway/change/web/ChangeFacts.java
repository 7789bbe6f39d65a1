package io.slipway.change.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.change.ChangeDecision;
import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeManagement;
import io.slipway.identity.PersonDirectory;
import io.slipway.planning.collision.PlannedTimeFact;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.validation.ValidationFacts;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides on a change: whether it is still what was asked for, its risk with the
 * reasons, its time, what the package shows, what it touches, how the others voted.
 */
@Component
class ChangeFacts {

    private final ChangeManagement changes;

    private final PlannedTimeFact time;

    private final ValidationFacts validation;

    private final PersonDirectory people;

    private final Times times;

    private final Messages words;

    ChangeFacts(ChangeManagement changes, PlannedTimeFact time, ValidationFacts validation, PersonDirectory people,
            Times times, Messages words) {
        this.changes = changes;
        this.time = time;
        this.validation = validation;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    /** What whoever authorises has to see. */
    List<DecidingFact> toAuthorise(ReleaseDetails release) {
        List<DecidingFact> facts = new ArrayList<>();
        this.changes.ofRelease(release.key()).ifPresent((change) -> {
            if (!this.changes.isUnchanged(release.key())) {
                facts.add(fact(change, Weight.BAD, "stale.label", say("stale")));
            }
            facts.add(risk(change));
            facts.add(this.time.of(release));
            facts.addAll(this.validation.of(release));
            facts.add(impact(change));
            facts.add(votes(change));
        });
        return facts;
    }

    /** What whoever asks for authority has to see. */
    List<DecidingFact> toRequest(ReleaseDetails release) {
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(this.time.of(release));
        facts.addAll(this.validation.of(release));
        return facts;
    }

    private DecidingFact risk(ChangeDetails change) {
        String level = this.words.text("change.risk." + change.risk().risk());
        List<String> reasons = change.risk().reasons();
        return fact(change, change.risk().risk().weight(), "risk.label", reasons.isEmpty() ? say("risk", level)
                : say("risk.because", level, reasons.stream().limit(3).collect(Collectors.joining(" "))));
    }

    private DecidingFact impact(ChangeDetails change) {
        return fact(change, Weight.NOTE, "impact.label", change.items().isEmpty()
                ? say("impact.services", services(change)) : say("impact", services(change), change.items().size()));
    }

    private String services(ChangeDetails change) {
        return change.services().isEmpty() ? say("impact.no-service") : String.join(", ", change.services());
    }

    private DecidingFact votes(ChangeDetails change) {
        String given = change.votes().stream().map(this::vote).collect(Collectors.joining("; "));
        String open = change.openSeats()
            .stream()
            .distinct()
            .map((role) -> this.words.text("identity.role." + role.id()))
            .collect(Collectors.joining(", "));
        return fact(change, Weight.NOTE, "votes.label", given.isEmpty() ? say("votes.none", change.quorum(), open)
                : say("votes", change.votes().size(), change.quorum(), given));
    }

    private String vote(ChangeDecision vote) {
        Instant at = vote.at();
        String line = say("vote", this.people.name(vote.actor()), this.times.format(at));
        return (vote.conditions() != null) ? line + " " + say("vote.conditions", vote.conditions()) : line;
    }

    private DecidingFact fact(ChangeDetails change, Weight weight, String label, String reason) {
        return new DecidingFact(weight, say(label), reason, "/changes/" + change.number());
    }

    private String say(String key, Object... arguments) {
        return this.words.text("change.decide." + key, arguments);
    }

}
