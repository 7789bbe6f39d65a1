package io.slipway.deployment.rollback;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.slipway.input.InputCheck;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides on a rollback: until when it fits, and how far it is. Where it is known
 * not to fit any more, whoever rolls back all the same has to say so.
 */
@Component
public class WayBackFacts {

    private final RollbackDeadlines deadlines;

    private final RollbackManagement rollbacks;

    private final RollbackProperties properties;

    private final Messages words;

    private final Times times;

    private final Clock clock;

    WayBackFacts(RollbackDeadlines deadlines, RollbackManagement rollbacks, RollbackProperties properties,
            Messages words, Times times, Clock clock) {
        this.deadlines = deadlines;
        this.rollbacks = rollbacks;
        this.properties = properties;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    /** Until when a release's live run can be taken back; nothing if it had none. */
    public Optional<DecidingFact> deadline(String releaseKey) {
        return this.deadlines.ofRelease(releaseKey).map((deadline) -> fact(releaseKey, deadline));
    }

    /** Until when it can be taken back, and how far its rollback is. */
    public List<DecidingFact> all(String releaseKey) {
        List<DecidingFact> facts = new ArrayList<>();
        deadline(releaseKey).ifPresent(facts::add);
        this.rollbacks.running(releaseKey).ifPresent((rollback) -> {
            List<WayBack> steps = this.rollbacks.steps(List.of(rollback));
            long done = steps.stream().filter((step) -> step.state() == WayBack.State.DONE).count();
            facts.add(new DecidingFact(Weight.NOTE, say("progress.label"), say("progress", done, steps.size()),
                    page(releaseKey)));
            steps.stream()
                .filter((step) -> step.state() == WayBack.State.FAILED)
                .findFirst()
                .ifPresent((step) -> facts.add(new DecidingFact(Weight.BAD, say("failed.label"),
                        say("failed", step.label(), (step.remark() != null) ? step.remark() : ""), page(releaseKey))));
        });
        return facts;
    }

    /** Whether it is known that a release cannot be taken back in time any more. */
    public boolean late(String releaseKey) {
        return this.deadlines.ofRelease(releaseKey)
            .filter((deadline) -> deadline.passed(this.clock.instant()))
            .isPresent();
    }

    /**
     * Refuses to roll back what is known not to fit any more, unless somebody says that
     * they know.
     * @param confirmed {@code true} if they do
     */
    public void refuseUnconfirmed(String releaseKey, String confirmed) {
        InputCheck check = new InputCheck();
        check.refuseIf(!"true".equals(confirmed) && late(releaseKey), "confirmed", "deployment.back.late.confirm");
        check.finish();
    }

    private DecidingFact fact(String releaseKey, RollbackDeadline deadline) {
        Instant now = this.clock.instant();
        Instant at = deadline.at();
        Weight weight;
        String reason;
        if (deadline.gone() != null) {
            weight = Weight.BAD;
            reason = say("deadline.gone", deadline.gone());
        }
        else if (at == null) {
            weight = Weight.UNKNOWN;
            reason = (deadline.windowEnd() == null) ? say("deadline.no-window")
                    : say("deadline.unplanned", deadline.unplanned());
        }
        else {
            boolean passed = deadline.passed(now);
            boolean near = !at.minus(this.properties.toldBefore()).isAfter(now);
            weight = passed ? Weight.BAD : near ? Weight.WARN : Weight.NOTE;
            reason = say(passed ? "deadline.passed" : "deadline.open", this.times.withZone(at), deadline.minutes(),
                    basis(deadline));
        }
        return new DecidingFact(weight, say("deadline.label"), reason, page(releaseKey));
    }

    /** On what it counts, as far as that is not the whole of it rehearsed. */
    private String basis(RollbackDeadline deadline) {
        String rehearsed = (deadline.rehearsals() == 0) ? say("basis.plan")
                : say("basis.rehearsals", deadline.rehearsals(), deadline.unrehearsed());
        return (deadline.before() != null) ? rehearsed + " " + say("basis.before", deadline.before()) : rehearsed;
    }

    private static String page(String releaseKey) {
        return "/releases/" + releaseKey + "/deployment";
    }

    private String say(String key, Object... arguments) {
        return this.words.text("deployment.back." + key, arguments);
    }

}
