package io.slipway.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Actor;
import io.slipway.identity.Role;
import io.slipway.sql.Clause;
import io.slipway.workflow.WorkItemSearch.Today;
import org.jspecify.annotations.Nullable;

/**
 * What a view of the task list means in SQL: conditions that each read one index in the
 * view's order, and that together make the view without repetition.
 *
 * @param view the view
 * @param actor whose list it is
 * @param today the bounds of the day
 */
record ViewClauses(WorkItemView view, Actor actor, Today today) {

    static ViewClauses of(WorkItemView view, Actor actor, Today today) {
        return new ViewClauses(view, actor, today);
    }

    /** The column by which the view is sorted, before the id. */
    String column() {
        return switch (this.view) {
            case FOLLOW_UP -> "follow_up_at";
            case DONE_BY_ME -> "ended_at";
            default -> "due_at";
        };
    }

    boolean latestFirst() {
        return this.view == WorkItemView.DONE_BY_ME;
    }

    WorkItemState state() {
        return (this.view == WorkItemView.DONE_BY_ME) ? WorkItemState.COMPLETED : WorkItemState.OPEN;
    }

    String order(String alias) {
        String direction = latestFirst() ? " desc" : "";
        return alias + column() + direction + ", " + alias + "id" + direction;
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
            case MY_GROUPS -> roles.forEach((some) -> conditions.add(ofRole(some)));
            case UNASSIGNED -> roles.forEach((some) -> conditions.add(unassigned(some)));
            case OVERDUE -> {
                Clause due = Clause.of("w.due_at < ?", utc(this.today.now()));
                conditions.add(mine(only).and(due));
                roles.forEach((some) -> conditions.add(unassigned(some).and(due)));
            }
            case DUE_TODAY -> {
                Clause due = Clause.of("w.due_at >= ? and w.due_at < ?", utc(this.today.begin()),
                        utc(this.today.end()));
                conditions.add(mine(only).and(due));
                roles.forEach((some) -> conditions.add(unassigned(some).and(due)));
            }
            case FOLLOW_UP -> conditions.add(mine(only).and(Clause.of("w.follow_up_at is not null")));
            case DONE_BY_ME -> conditions
                .add(limit(Clause.of("w.state = 'COMPLETED' and w.ended_by = ?", this.actor.userName()), only));
            default -> throw new IllegalStateException("Unknown view " + this.view);
        }
        return conditions;
    }

    private Clause mine(@Nullable Role only) {
        return limit(Clause.of("w.state = 'OPEN' and w.assignee = ?", this.actor.userName()), only);
    }

    private static Clause limit(Clause clause, @Nullable Role only) {
        return (only != null) ? clause.and(Clause.of("w.role = ?", only.id())) : clause;
    }

    private static Clause ofRole(Set<Role> roles) {
        return Clause.of("w.state = 'OPEN'").and(Clause.in("w.role", roles.stream().map(Role::id).toList()));
    }

    private static Clause unassigned(Set<Role> roles) {
        return ofRole(roles).and(Clause.of("w.assignee is null"));
    }

    private static Object utc(java.time.Instant at) {
        return java.util.Objects.requireNonNull(WorkItemRows.utc(at));
    }

}
