package io.slipway.release.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.identity.PersonDirectory;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.escalation.EscalationWords;

import org.springframework.stereotype.Component;

/**
 * Adds to a page of releases what each waits for, of whom, and what is wrong with it: a
 * fixed number of statements for all of them.
 */
@Component
public class ReleaseLines {

    private final WorkItems workItems;

    private final List<ReleaseFlags> flags;

    private final EscalationWords escalation;

    private final PersonDirectory people;

    private final Messages words;

    private final Clock clock;

    ReleaseLines(WorkItems workItems, List<ReleaseFlags> flags, EscalationWords escalation, PersonDirectory people,
            Messages words, Clock clock) {
        this.workItems = workItems;
        this.flags = List.copyOf(flags);
        this.escalation = escalation;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The lines of some releases.
     * @param releases at most a page of a list
     * @return a line for each, in the same order
     */
    public List<ReleaseLine> of(List<ReleaseSummary> releases) {
        List<String> keys = releases.stream().map(ReleaseSummary::key).toList();
        Map<String, List<WorkItem>> open = this.workItems.openOf(keys);
        Map<String, List<ReleaseFlag>> found = new HashMap<>();
        this.flags.forEach((source) -> source.of(keys)
            .forEach((key, some) -> found.computeIfAbsent(key, (one) -> new ArrayList<>()).addAll(some)));
        Instant now = this.clock.instant();
        return releases.stream()
            .map((release) -> line(release, open.getOrDefault(release.key(), List.of()),
                    found.getOrDefault(release.key(), List.of()), now))
            .toList();
    }

    private ReleaseLine line(ReleaseSummary release, List<WorkItem> open, List<ReleaseFlag> found, Instant now) {
        List<ReleaseFlag> flags = new ArrayList<>(found);
        open.stream()
            .filter((item) -> item.dueAt() != null && item.dueAt().isBefore(now))
            .findFirst()
            .ifPresent((late) -> flags.add(new ReleaseFlag(true, "clock-exclamation",
                    this.words.text("release.flag.overdue"),
                    this.escalation.sentence(late)
                        .map((said) -> late.stepName() + ": " + said)
                        .orElseGet(() -> this.words.text("release.flag.overdue.why", late.stepName(), who(late))))));
        open.stream()
            .filter(WorkItem::suspended)
            .findFirst()
            .ifPresent((held) -> flags.add(new ReleaseFlag(false, "player-pause",
                    this.words.text("workflow.suspended.mark"), this.words.text("workflow.suspended.title"))));
        release.deviations()
            .forEach((kind) -> flags.add(new ReleaseFlag(false, "arrow-bounce",
                    this.words.text("review.deviation." + kind), this.words.text("release.flag.deviated"))));
        Long days = (release.status() == ReleaseStatus.OPEN && release.phaseAt() != null)
                ? Long.valueOf(Duration.between(release.phaseAt(), now).toDays()) : null;
        if (open.isEmpty()) {
            return new ReleaseLine(release, null, null, null, null, 0, days, List.copyOf(flags));
        }
        WorkItem oldest = open.get(0);
        return new ReleaseLine(release, oldest.stepName(), oldest, who(oldest), oldest.createdAt(), open.size() - 1,
                days, List.copyOf(flags));
    }

    private String who(WorkItem item) {
        return (item.assignee() != null) ? this.people.name(item.assignee())
                : this.words.text("identity.role." + item.role().id());
    }

}
