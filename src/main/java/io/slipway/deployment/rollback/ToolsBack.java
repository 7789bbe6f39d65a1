package io.slipway.deployment.rollback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.PlannedStep;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has tools take back what they did. A tool that fails, or says nothing in time, leaves
 * the step to a person.
 */
@Service
@Transactional
public class ToolsBack {

    /** How what is ordered of a tool begins. */
    static final String SUBJECT = "way-back:";

    private static final int NOTE = 4000;

    private static final Duration LEAST = Duration.ofMinutes(10);

    private final ObjectProvider<WayBackTool> tools;

    private final RollbackRows rows;

    private final RunManagement runs;

    private final ApplicationEventPublisher events;

    private final Journal journal;

    private final Clock clock;

    ToolsBack(ObjectProvider<WayBackTool> tools, RollbackRows rows, RunManagement runs,
            ApplicationEventPublisher events, Journal journal, Clock clock) {
        this.tools = tools;
        this.rows = rows;
        this.runs = runs;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    boolean take(WayBack step) {
        return tool(step) != null;
    }

    private @Nullable WayBackTool tool(WayBack step) {
        RunHead run = this.runs.head(step.runId());
        PlannedStep planned = this.runs.planOf(step.runId()).step(step.step());
        return this.tools.orderedStream().filter((tool) -> tool.takes(run, planned)).findFirst().orElse(null);
    }

    /**
     * Has a tool take a step back.
     * @param instance the process instance that waits for it
     * @return when it counts as failed, if nothing is heard of it, UTC; now if it cannot
     * be started
     */
    public Instant start(WayBack step, String instance) {
        this.rows.change(step.id(), "instance", instance);
        WayBackTool tool = tool(step);
        Instant now = this.clock.instant();
        try {
            if (tool != null) {
                tool.start(this.runs.head(step.runId()), this.runs.planOf(step.runId()).step(step.step()),
                        subject(step));
                Duration patience = Duration.ofMinutes(3L * step.minutes());
                return now.plus((patience.compareTo(LEAST) > 0) ? patience : LEAST);
            }
        }
        catch (InvalidInputException ex) {
            this.rows.change(step.id(), "remark", cut(String.valueOf(ex.getMessage())));
        }
        return now;
    }

    private static String subject(WayBack step) {
        return SUBJECT + step.id() + "/" + step.tries();
    }

    /**
     * Hears from a tool how taking a step back ended. A late, repeated or foreign word
     * changes nothing.
     * @param subject as the tool was told
     * @return whether it counted
     */
    public boolean told(String subject, boolean succeeded, String note) {
        WayBack step = this.rows.find(subject.replaceFirst("^way-back:(\\d{1,18})/.*", "$1"))
            .filter((one) -> one.byTool() && one.state() == WayBack.State.OPEN && subject(one).equals(subject))
            .orElse(null);
        if (step == null) {
            return false;
        }
        this.rows.change(step.id(), "state", succeeded ? WayBack.State.DONE : WayBack.State.FAILED, "settled_at",
                this.clock.instant(), "remark", cut(note));
        this.journal.record(JournalEntry
            .ofRelease(succeeded ? "deployment.step-taken-back" : "deployment.step-not-taken-back",
                    this.rows.release(step.rollbackId()))
            .because(note.isBlank() ? null : cut(note))
            .with(Map.of("wave", step.wave(), "step", step.label())));
        this.events.publishEvent(new StepBackTold(step.id()));
        return true;
    }

    /**
     * Notes how a tool ended that was told to take back the offered step; one that said
     * nothing in time has failed.
     * @return whether the step is taken back
     */
    public boolean settle(String releaseKey, long run, String wave) {
        WayBack step = this.rows.lockRunning(releaseKey)
            .stream()
            .flatMap((rollback) -> this.rows.steps(List.of(rollback.id())).stream())
            .filter((one) -> one.byTool() && one.runId() == run && one.wave().equals(wave) && one.offeredAt() != null)
            .max(Comparator.comparing(WayBack::offeredAt).thenComparing(WayBack::turn))
            .orElseThrow(() -> new NotFoundException("step", releaseKey));
        if (step.state() == WayBack.State.OPEN) {
            this.rows.change(step.id(), "state", WayBack.State.FAILED, "settled_at", this.clock.instant());
            this.journal.record(JournalEntry.ofRelease("deployment.step-not-taken-back", releaseKey)
                .because(step.remark())
                .with(Map.of("wave", step.wave(), "step", step.label())));
        }
        return step.state() == WayBack.State.DONE;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(NOTE, text.length()));
    }

}
