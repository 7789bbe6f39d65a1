package io.slipway.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Actor;
import io.slipway.identity.Role;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import io.slipway.workflow.WorkItemSearch.Today;
import org.jspecify.annotations.Nullable;

/**
 * What a view of the task list means in SQL: conditions that each read one index in the
 * view's order, and that together make the view without repetition.
 *
 * @param today the bounds of the day
 */
record ViewClauses(WorkItemView view, Actor actor, Today today) {

    static ViewClauses of(WorkItemView view, Actor actor, Today today) {
        return new ViewClauses(view, actor, today);
    }

    /** The view's order, of work items that are called w. */
    KeyOrder<WorkItem> order() {
        return switch (this.view) {
            case FOLLOW_UP -> KeyOrder.<WorkItem>ascending()
                .instant("w.follow_up_at", WorkItem::followUpAt)
                .text("w.id", WorkItem::id);
            case DONE_BY_ME ->
                KeyOrder.<WorkItem>descending().instant("w.ended_at", WorkItem::endedAt).text("w.id", WorkItem::id);
            default -> KeyOrder.<WorkItem>ascending().instant("w.due_at", WorkItem::dueAt).text("w.id", WorkItem::id);
        };
    }

    WorkItemState state() {
        return (this.view == WorkItemView.DONE_BY_ME) ? WorkItemState.COMPLETED : WorkItemState.OPEN;
    }

    /** One condition for each index range: per role, and for the actor's own. */
    List<Clause> branches(@Nullable Role only) {
        return conditions(only, roles(only).stream().map(Set::of).toList());
    }

    /** The same with all roles in one condition: for a search, whose rows are few. */
    List<Clause> together(@Nullable Role only) {
        Set<Role> roles = roles(only);
        return conditions(only, roles.isEmpty() ? List.of() : List.of(roles));
    }

    private Set<Role> roles(@Nullable Role only) {
        if (only == null) {
            return this.actor.roles();
        }
        return this.actor.has(only) ? Set.of(only) : Set.of();
    }

    private List<Clause> conditions(@Nullable Role only, Collection<Set<Role>> roles) {
        List<Clause> conditions = new ArrayList<>();
        switch (this.view) {
            case MINE -> conditions.add(mine(only));
            case MY_GROUPS -> roles.forEach((some) -> {
                conditions.add(ofRole(some));
                conditions.add(handedUpTo(some));
            });
            case UNASSIGNED -> roles.forEach((some) -> {
                conditions.add(unassigned(some));
                conditions.add(handedUpTo(some).and("w.assignee is null"));
            });
            case OVERDUE -> {
                Clause due = Clause.of("w.due_at < :now", "now", this.today.now());
                conditions.add(mine(only).and(due));
                roles.forEach((some) -> {
                    conditions.add(unassigned(some).and(due));
                    conditions
                        .add(handedUpTo(some).and(due).and("not w.assignee <=> :me", "me", this.actor.userName()));
                });
            }
            case DUE_TODAY -> {
                Clause due = Clause.of("w.due_at >= :begin", "begin", this.today.begin())
                    .and("w.due_at < :end", "end", this.today.end());
                conditions.add(mine(only).and(due));
                roles.forEach((some) -> conditions.add(unassigned(some).and(due)));
            }
            case FOLLOW_UP -> conditions.add(mine(only).and("w.follow_up_at is not null"));
            case WAITING_FOR_OTHERS -> conditions.add(asked(only));
            case DONE_BY_ME -> conditions.add(own("w.state = 'COMPLETED' and w.ended_by = :me", only));
            default -> throw new IllegalStateException("Unknown view " + this.view);
        }
        return conditions;
    }

    private Clause mine(@Nullable Role only) {
        return own("w.state = 'OPEN' and w.assignee = :me", only);
    }

    /** Who holds its role may take it, and finds it among those of their groups. */
    private Clause asked(@Nullable Role only) {
        List<String> mine = this.actor.roles().stream().map(Role::id).sorted().toList();
        Clause free = mine.isEmpty() ? Clause.of("w.assignee is null")
                : Clause.of(
                        "w.assignee is null and w.role not in (:held) and coalesce(w.escalated_to, '') not in (:held)",
                        "held", mine);
        return own("w.state = 'OPEN' and w.asked_by = :me", only)
            .and(Clause.of("(w.assignee <> :me or ").append(free).append(")"));
    }

    private Clause own(String condition, @Nullable Role only) {
        return Clause.of(condition, "me", this.actor.userName())
            .and(Clause.given("w.role", (only != null) ? only.id() : null));
    }

    /** Each branch is of other roles, so the parameter has their names. */
    private static Clause ofRole(Set<Role> roles) {
        String name = roles.stream().map(Role::name).sorted().collect(Collectors.joining("_"));
        return Clause.of("w.state = 'OPEN'")
            .and("w.role in (:" + name + ")", name, roles.stream().map(Role::id).toList());
    }

    /**
     * What came from the level below, unless that is the actor's, too: a condition on the
     * role alone that no index is read for.
     */
    private Clause handedUpTo(Set<Role> roles) {
        String name = "up_" + roles.stream().map(Role::name).sorted().collect(Collectors.joining("_"));
        return Clause.of("w.state = 'OPEN'")
            .and("w.escalated_to in (:" + name + ")", name, roles.stream().map(Role::id).toList())
            .and("coalesce(w.role, '') not in (:own)", "own",
                    this.actor.roles().stream().map(Role::id).sorted().toList());
    }

    private static Clause unassigned(Set<Role> roles) {
        return ofRole(roles).and("w.assignee is null");
    }

}
