package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.monitor.timeline.Entry.Fate;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemState;
import io.slipway.workflow.history.Holding;
import io.slipway.workflow.history.ReleaseHistory;
import io.slipway.workflow.history.StepRun;
import io.slipway.workflow.history.SystemWait;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the entries of a timeline, and counts the rounds: work items of one decision are
 * one round, and each time that the release comes to the step again is another.
 */
@Component
class TimelineEntries {

    /** Decisions after which a release goes back, or not on. */
    private static final Set<String> SENT_BACK = Set.of("reject", "fail", "no-go", "not-verified", "more-information",
            "return", "withdraw", "roll-back");

    private final TimelineWords words;

    TimelineEntries(TimelineWords words) {
        this.words = words;
    }

    /** The entries in order of begin. */
    List<Entry> of(ReleaseHistory history, Instant now) {
        Map<String, List<String>> rounds = new HashMap<>();
        history.steps().forEach((step) -> begin(rounds, step.item().step(), round(step.item())));
        history.waits().forEach((wait) -> begin(rounds, wait.element(), wait.startedAt().toString()));
        return Stream
            .concat(history.steps().stream().map((step) -> entry(step, rounds.get(step.item().step()), now)),
                    history.waits().stream().map((wait) -> entry(wait, rounds.get(wait.element()), now)))
            .sorted(Comparator.comparing(Entry::from))
            .toList();
    }

    private static void begin(Map<String, List<String>> rounds, String step, String round) {
        List<String> begun = rounds.computeIfAbsent(step, (key) -> new ArrayList<>());
        if (!begun.contains(round)) {
            begun.add(round);
        }
    }

    private static String round(WorkItem item) {
        return (item.decision() != null) ? item.decision() : item.id();
    }

    private Entry entry(StepRun step, List<String> rounds, Instant now) {
        WorkItem item = step.item();
        Instant end = (item.endedAt() != null) ? item.endedAt() : now;
        Duration held = TimeShares.held(step, end);
        Duration waited = Duration.between(item.createdAt(), end).minus(held);
        return new Entry(item.phase(), item.step(), item.stepName(), rounds.indexOf(round(item)) + 1, rounds.size(),
                item.role(), person(step), outcome(item), item.reason(), item.createdAt(), item.endedAt(),
                step.holdings(), waited.isNegative() ? Duration.ZERO : waited, held, step.known(), fate(item),
                "/tasks/" + item.id());
    }

    private static @Nullable String person(StepRun step) {
        WorkItem item = step.item();
        if (item.endedBy() != null && item.state() == WorkItemState.COMPLETED) {
            return item.endedBy();
        }
        List<Holding> holdings = step.holdings();
        return (item.assignee() != null || holdings.isEmpty()) ? item.assignee()
                : holdings.get(holdings.size() - 1).userName();
    }

    private String outcome(WorkItem item) {
        return switch (item.state()) {
            case OPEN -> this.words.text((item.assignee() != null && !item.named()) ? "statistics.timeline.held"
                    : "statistics.timeline.waits");
            case CANCELLED -> this.words.text("statistics.timeline.cancelled");
            case COMPLETED -> this.words.outcome(item);
        };
    }

    private static Fate fate(WorkItem item) {
        return switch (item.state()) {
            case OPEN -> Fate.RUNNING;
            case CANCELLED -> Fate.CANCELLED;
            case COMPLETED ->
                (item.outcome() != null && SENT_BACK.contains(item.outcome())) ? Fate.SENT_BACK : Fate.DONE;
        };
    }

    private Entry entry(SystemWait wait, List<String> rounds, Instant now) {
        boolean running = wait.endedAt() == null;
        Duration length = Duration.between(wait.startedAt(), running ? now : wait.endedAt());
        Fate fate = running ? Fate.RUNNING : (wait.cancelled() ? Fate.CANCELLED : Fate.DONE);
        String outcome = this.words.text(running ? "statistics.timeline.waits"
                : (wait.cancelled() ? "statistics.timeline.cancelled" : "statistics.timeline.done"));
        return new Entry(wait.phase(), wait.element(), wait.name(), rounds.indexOf(wait.startedAt().toString()) + 1,
                rounds.size(), null, null, outcome, null, wait.startedAt(), wait.endedAt(), List.of(), length,
                Duration.ZERO, true, fate, null);
    }

}
