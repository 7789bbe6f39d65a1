package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.slipway.identity.PersonDirectory;
import io.slipway.monitor.Lengths;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.history.PhaseRun;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts a timeline into words: what its bars say to those who hear or point at them.
 */
@Component("timelineWords")
class TimelineWords {

    private static final Duration ON_TIME = Duration.ofMinutes(1);

    private final Messages messages;

    private final PersonDirectory people;

    private final Lengths lengths;

    private final Times times;

    TimelineWords(Messages messages, PersonDirectory people, Lengths lengths, Times times) {
        this.messages = messages;
        this.people = people;
        this.lengths = lengths;
        this.times = times;
    }

    String text(String key, Object... arguments) {
        return this.messages.text(key, arguments);
    }

    String phase(String phase) {
        return phase.isEmpty() ? text("statistics.timeline.beside")
                : this.messages.textOr("release.phase." + phase, phase);
    }

    /**
     * The feature's own word for what was decided if it has one, else what is right for
     * most.
     */
    String outcome(WorkItem item) {
        if (item.outcome() == null) {
            return text("statistics.timeline.done");
        }
        String feature = item.form().substring(0, Math.max(0, item.form().indexOf('/')));
        String common = this.messages.textOr("inbox.outcome." + item.outcome(), item.outcome().replace('-', ' '));
        return this.messages.textOr(feature + ".outcome." + item.outcome(), common);
    }

    String release(Instant from, Instant to) {
        return text("statistics.timeline.release.title", this.lengths.of(Duration.between(from, to)), span(from, to));
    }

    String phase(PhaseBlock phase, PhaseRun run) {
        int round = phase.runs().indexOf(run) + 1;
        String name = (phase.runs().size() > 1) ? text("statistics.timeline.round", phase.label(), round)
                : phase.label();
        return text(
                (run.endedAt() == null) ? "statistics.timeline.phase.running"
                        : (run.broken() ? "statistics.timeline.phase.broken" : "statistics.timeline.phase.done"),
                name, span(run.startedAt(), run.endedAt()));
    }

    String window(Window window) {
        return text("statistics.timeline.window." + window.id());
    }

    String planned(Window window) {
        return text("statistics.timeline.window.planned", window(window),
                span(window.plannedFrom(), window.plannedTo()));
    }

    /** Beside the end of an axis that does not reach so far. */
    String plannedLater(Window window) {
        return text("statistics.timeline.planned-later",
                this.times.format(window.plannedFrom()).replaceFirst(",.*", ""));
    }

    String actual(Window window) {
        return text("statistics.timeline.window.actual", window(window),
                span(Objects.requireNonNull(window.from()), window.to()));
    }

    /** What a step was and how long it took, such as a screen reader tells of its bar. */
    String title(Entry entry) {
        String name = (entry.rounds() > 1) ? text("statistics.timeline.round", entry.name(), entry.round())
                : entry.name();
        String who = person(entry);
        String told = who.isEmpty() ? entry.outcome() : text("statistics.timeline.by", entry.outcome(), who);
        String length = this.lengths.of(entry.length());
        if (entry.known() && !entry.system()) {
            length = entry.held().isZero() ? text("statistics.timeline.waited", length)
                    : text("statistics.timeline.split", this.lengths.of(entry.waited()), this.lengths.of(entry.held()));
        }
        return name + ": " + told + ", " + length;
    }

    String description(Entry entry) {
        String span = span(entry.from(), entry.to());
        return (entry.reason() != null) ? span + ". " + entry.reason() : span;
    }

    /** A few words beside a bar. */
    String note(Entry entry) {
        String who = person(entry);
        String round = (entry.rounds() > 1) ? entry.round() + ": " : "";
        return round + (who.isEmpty() ? entry.outcome() : who + ", " + entry.outcome());
    }

    /**
     * How far what happened is from what was planned.
     * @param planned the instant by the plan
     * @param actual the instant in fact, null if it has not come
     * @return such as {@code 2 h late}; empty if it has not come
     */
    public String difference(Instant planned, @Nullable Instant actual) {
        if (actual == null) {
            return "";
        }
        Duration late = Duration.between(planned, actual);
        if (late.abs().compareTo(ON_TIME) <= 0) {
            return text("statistics.timeline.on-time");
        }
        return text(late.isNegative() ? "statistics.timeline.early" : "statistics.timeline.late",
                this.lengths.of(late.abs()));
    }

    private String person(Entry entry) {
        return this.people.name(entry.person());
    }

    private String span(Instant from, @Nullable Instant to) {
        return (to != null) ? text("statistics.timeline.span", this.times.format(from), this.times.shown(to))
                : text("statistics.timeline.since", this.times.shown(from));
    }

}
