package io.slipway.inbox.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.AwayTime;
import io.slipway.identity.PersonDirectory;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemView;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Says of each task of a page why it is in the reader's list: as who they are asked, who
 * has it, since when nobody does. Two statements for all of them.
 */
@Component
class TaskRows {

    private final TaskAccess access;

    private final PersonDirectory people;

    private final ReleaseManagement releases;

    private final Times times;

    private final Messages words;

    private final Clock clock;

    TaskRows(TaskAccess access, PersonDirectory people, ReleaseManagement releases, Times times, Messages words,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.releases = releases;
        this.times = times;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The rows of a page.
     * @param list address of the list, to which a task is opened
     * @param open id of the task that stands beside it; null if none does
     */
    List<TaskRow> of(List<WorkItem> items, WorkItemView view, String list, @Nullable String open) {
        Map<String, ReleaseSummary> known = this.releases
            .find(items.stream().filter(TaskRows::deploys).map(WorkItem::businessKey).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(ReleaseSummary::key, (release) -> release));
        Map<String, Instant> away = away(items);
        return items.stream().map((item) -> {
            ReleaseSummary release = known.get(item.businessKey());
            boolean claimable = item.open() && !item.suspended() && item.assignee() == null
                    && item.isFor(this.access.actor());
            return new TaskRow(item, why(item, view, away), (release != null) ? release.environment() : null,
                    this.access.maySee(item) ? address(list, item) : null, item.id().equals(open), claimable,
                    claimable || this.access.mayAssign(item));
        }).toList();
    }

    private static boolean deploys(WorkItem item) {
        return Phase.DEPLOY.name().equals(item.phase()) || Phase.EARLY_LIFE_SUPPORT.name().equals(item.phase());
    }

    private static String address(String list, WorkItem item) {
        return UriComponentsBuilder.fromUriString(list).replaceQueryParam("open", item.id()).build(true).toUriString();
    }

    /** Until when those who have a task are away. */
    private Map<String, Instant> away(List<WorkItem> items) {
        Set<String> others = items.stream()
            .filter(WorkItem::open)
            .map(WorkItem::assignee)
            .filter(Objects::nonNull)
            .filter((name) -> !name.equals(this.access.actor().userName()))
            .collect(Collectors.toSet());
        Instant now = this.clock.instant();
        return this.people.absencesOf(others, now, now.plusMillis(1))
            .stream()
            .collect(Collectors.toMap(AwayTime::userName, AwayTime::until,
                    (one, other) -> one.isAfter(other) ? one : other));
    }

    private String why(WorkItem item, WorkItemView view, Map<String, Instant> away) {
        String role = this.words.text("identity.role." + item.role().id());
        String assignee = item.assignee();
        if (!item.open()) {
            return say("done", role);
        }
        if (assignee != null && away.containsKey(assignee)) {
            return say("away", this.people.name(assignee), this.times.format(away.get(assignee)));
        }
        if (this.access.isAssignee(item)) {
            return say(item.named() ? "named" : "mine", role);
        }
        if (assignee == null) {
            return say((view == WorkItemView.WAITING_FOR_OTHERS) ? "asked.group" : "group", role, age(item));
        }
        return say((view == WorkItemView.WAITING_FOR_OTHERS) ? "asked" : "theirs", role);
    }

    private String age(WorkItem item) {
        Duration age = Duration.between(item.createdAt(), this.clock.instant());
        if (age.toHours() == 0) {
            return say("minutes", Math.max(0, age.toMinutes()));
        }
        return (age.toDays() > 0) ? say("days", age.toDays()) : say("hours", age.toHours());
    }

    private String say(String key, Object... arguments) {
        return this.words.text("inbox.why." + key, arguments);
    }

}
