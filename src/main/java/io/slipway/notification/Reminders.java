package io.slipway.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of tasks once before they are due; what is overdue is escalated. It reads one
 * role after the other, through the index that keeps work items in the order of their due
 * times, in bounded batches. Release managers remind whoever holds a task, or may do it,
 * once a day (UTC) at most; who reminded whom of what is in the record.
 */
@Service
public class Reminders {

    /** How long before its due time a task is reminded of. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final int BATCH = 200;

    private final WorkItems workItems;

    private final TaskNews news;

    private final NotificationRows rows;

    private final Outbox outbox;

    private final Journal journal;

    private final CurrentActor currentActor;

    private final Clock clock;

    Reminders(WorkItems workItems, TaskNews news, NotificationRows rows, Outbox outbox, Journal journal,
            CurrentActor currentActor, Clock clock) {
        this.workItems = workItems;
        this.news = news;
        this.rows = rows;
        this.outbox = outbox;
        this.journal = journal;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${slipway.notification.reminders-every:PT10M}",
            initialDelayString = "${slipway.notification.reminders-every:PT10M}")
    void remind() {
        remind(this.clock.instant());
    }

    void remind(Instant now) {
        for (Role role : Role.values()) {
            remind(role, now, now.plus(AHEAD));
        }
    }

    private void remind(Role role, Instant from, Instant until) {
        Instant after = from;
        String afterId = "";
        List<WorkItem> batch;
        do {
            batch = this.workItems.due(role, after, afterId, until, BATCH);
            if (!batch.isEmpty()) {
                Set<String> told = new HashSet<>(
                        this.rows.told(batch.stream().map((item) -> TaskNews.reminder(TaskNews.DUE, item)).toList()));
                // Nobody can do what is suspended: they are reminded once it is resumed.
                batch.stream()
                    .filter((item) -> !item.suspended() && !told.contains(TaskNews.reminder(TaskNews.DUE, item)))
                    .forEach(this.news::due);
                after = batch.get(batch.size() - 1).dueAt();
                afterId = batch.get(batch.size() - 1).id();
            }
        }
        while (batch.size() == BATCH);
    }

    /**
     * Reminds of a task. Refuses one that is over, stands still or is the current actor's
     * own, one of which somebody was reminded today, and where nobody wants reminders.
     * @param id the work item's id
     * @return the work item, and the user names of those who are told
     */
    @PreAuthorize("hasAuthority('release-manager')")
    @Transactional
    public Reminded remind(String id) {
        WorkItem item = this.workItems.get(id);
        String own = this.currentActor.get().userName();
        refuseIf(!item.open(), "notification.remind.over");
        refuseIf(item.suspended(), "notification.remind.suspended");
        refuseIf(own.equals(item.assignee()), "notification.remind.own");
        Matter matter = this.news.reminded(item, matter(id), this.currentActor.get().fullName());
        refuseIf(!this.rows.toldOf(matter.id()).isEmpty(), "notification.remind.today");
        List<String> able = this.news.ableTo(item).stream().filter((person) -> !person.equals(own)).toList();
        refuseIf(this.outbox.tell(matter, able) == 0, "notification.remind.nobody");
        List<String> told = this.rows.toldOf(matter.id());
        JournalEntry entry = item.ofRelease() ? JournalEntry.ofRelease("task.reminded", item.businessKey())
                : JournalEntry.of("task.reminded", "task", item.id());
        this.journal.record(entry.as(Role.RELEASE_MANAGER).with(Map.of("step", item.step(), "told", told)));
        return new Reminded(item, told);
    }

    /**
     * Of which of some tasks somebody was reminded today.
     * @param ids ids of work items
     */
    public Set<String> today(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<String> told = new HashSet<>(this.rows.told(ids.stream().map(this::matter).toList()));
        return ids.stream().filter((id) -> told.contains(matter(id))).collect(Collectors.toSet());
    }

    private String matter(String id) {
        return "task-reminded:" + id + ":" + LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
    }

    private static void refuseIf(boolean wrong, String code) {
        if (wrong) {
            throw new InvalidInputException("", code);
        }
    }

    /**
     * A task of which people were reminded.
     *
     * @param told user names of those who are told
     */
    public record Reminded(WorkItem item, List<String> told) {
    }

}
