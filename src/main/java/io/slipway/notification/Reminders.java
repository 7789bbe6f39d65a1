package io.slipway.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Role;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds of tasks once before they are due; what is overdue is escalated. It reads one
 * role after the other, through the index that keeps work items in the order of their due
 * times, in bounded batches.
 */
@Component
class Reminders {

    /** How long before its due time a task is reminded of. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final int BATCH = 200;

    private final WorkItems workItems;

    private final TaskNews news;

    private final NotificationRows rows;

    private final Clock clock;

    Reminders(WorkItems workItems, TaskNews news, NotificationRows rows, Clock clock) {
        this.workItems = workItems;
        this.news = news;
        this.rows = rows;
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

}
