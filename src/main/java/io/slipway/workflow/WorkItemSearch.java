package io.slipway.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Actor;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the lists of work items. A page reads one index per branch of its view, in the
 * order of that index and no further than the page, and looks up only the rows it shows:
 * so it is as fast with a hundred thousand open work items as with ten.
 */
@Component
class WorkItemSearch {

    private static final List<WorkItemView> COUNTED = List.of(WorkItemView.MINE, WorkItemView.MY_GROUPS,
            WorkItemView.UNASSIGNED, WorkItemView.OVERDUE, WorkItemView.DUE_TODAY, WorkItemView.FOLLOW_UP);

    /** From so many work items on a word is common. */
    private static final int COMMON = 2000;

    private final JdbcClient jdbc;

    private final Clock clock;

    WorkItemSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    KeyPage<WorkItem> list(WorkItemQuery query, Actor actor, ZoneId zone) {
        ViewClauses view = ViewClauses.of(query.view(), actor, Today.at(this.clock.instant(), zone));
        SearchText text = SearchText.of(query.text());
        Clause page = page(view, query, text, rarest(view, text));
        List<WorkItem> found = (page != null)
                ? this.jdbc.sql(page.sql()).params(page.parameters()).query(WorkItemRows::map).list() : List.of();
        return KeyPage.of(found, (item) -> Cursor.after(item, view).text());
    }

    /** The term that the fewest open work items have; null if even that is common. */
    private @Nullable String rarest(ViewClauses view, SearchText text) {
        if (!text.any() || view.state() != WorkItemState.OPEN) {
            return null;
        }
        String count = "select ? term, count(*) found from (select 1 from work_item_words where word like ? limit "
                + COMMON + ") f";
        Clause counts = Clause.join(
                text.terms().stream().map((term) -> Clause.of(count, term, SearchText.beginning(term))).toList(),
                " union all ");
        return this.jdbc
            .sql("select term from (" + counts.sql() + ") t where found < " + COMMON + " order by found limit 1")
            .params(counts.parameters())
            .query(String.class)
            .optional()
            .orElse(null);
    }

    /**
     * The statement that reads a page; null if nothing can be on it. A search begins with
     * the few work items that have its rarest term. If all its terms are common it reads
     * the view in order, as without a search, and soon has a page.
     */
    static @Nullable Clause page(ViewClauses view, WorkItemQuery query, SearchText text, @Nullable String rarest) {
        List<Clause> conditions = (rarest != null) ? view.together(query.role()) : view.branches(query.role());
        if (conditions.isEmpty()) {
            return null;
        }
        Clause source = (rarest != null)
                ? Clause.of("(select distinct id from work_item_words where word like ?) t "
                        + "straight_join work_items w on w.id = t.id", SearchText.beginning(rarest))
                : Clause.of("work_items w");
        Clause filter = filter(view, query).append(terms(view, text, rarest));
        String order = " order by " + view.order("") + " limit " + (KeyPage.SIZE + 1);
        List<Clause> branches = new ArrayList<>();
        for (Clause condition : conditions) {
            branches.add(Clause.of("(select w.id, w." + view.column() + " from ")
                .append(source)
                .append(" where ")
                .append(condition)
                .append(filter)
                .append(" order by " + view.order("w.") + " limit " + (KeyPage.SIZE + 1) + ")"));
        }
        return Clause.of("select " + WorkItemRows.COLUMNS + " from (select id, " + view.column() + " from (")
            .append(Clause.join(branches, " union all "))
            .append(") b" + order + ") k join work_items w on w.id = k.id order by " + view.order("k."));
    }

    private static Clause terms(ViewClauses view, SearchText text, @Nullable String rarest) {
        Clause terms = Clause.of("");
        for (String term : text.terms()) {
            if (view.state() != WorkItemState.OPEN) {
                terms = terms.append(Clause.of(" and concat_ws(' ', w.business_key, w.subject, w.step_name) like ?",
                        "%" + SearchText.beginning(term)));
            }
            else if (!term.equals(rarest)) {
                // Counting keeps the database from reading all that have the word first.
                terms = terms.append(Clause.of(
                        " and (select count(*) from work_item_words x where x.id = w.id " + "and x.word like ?) > 0",
                        SearchText.beginning(term)));
            }
        }
        return terms;
    }

    private static Clause filter(ViewClauses view, WorkItemQuery query) {
        Clause filter = Clause.of("");
        if (query.phase() != null && !query.phase().isBlank()) {
            filter = filter.append(Clause.of(" and w.phase = ?", query.phase()));
        }
        Cursor cursor = Cursor.parse(query.cursor());
        return (cursor != null) ? filter.append(cursor.clause(view)) : filter;
    }

    Map<WorkItemView, Integer> counts(Actor actor, ZoneId zone) {
        Clause counts = counts(actor, Today.at(this.clock.instant(), zone));
        return this.jdbc.sql(counts.sql()).params(counts.parameters()).query((row, number) -> {
            Map<WorkItemView, Integer> found = new EnumMap<>(WorkItemView.class);
            for (int i = 0; i < COUNTED.size(); i++) {
                found.put(COUNTED.get(i), row.getInt(i + 1));
            }
            return found;
        }).single();
    }

    /** The one statement that counts all views, each no further than the cap. */
    static Clause counts(Actor actor, Today today) {
        String limit = " limit " + (WorkItemManagement.MOST_COUNTED + 1);
        List<Clause> counts = new ArrayList<>();
        for (WorkItemView name : COUNTED) {
            List<Clause> branches = ViewClauses.of(name, actor, today)
                .branches(null)
                .stream()
                .map((condition) -> Clause.of("(select 1 from work_items w where ")
                    .append(condition)
                    .append(limit + ")"))
                .toList();
            counts.add(branches.isEmpty() ? Clause.of("0")
                    : Clause.of("(select count(*) from (")
                        .append(Clause.join(branches, " union all "))
                        .append(limit + ") c)"));
        }
        return Clause.of("select ").append(Clause.join(counts, ", "));
    }

    int arrivedSince(Actor actor, Instant since, int limit) {
        List<String> roles = actor.roles().stream().map(Role::id).sorted().toList();
        String free = roles.isEmpty() ? "" : " or (assignee is null and role in (:roles))";
        return this.jdbc
            .sql("select count(*) from (select 1 from work_items where state = 'OPEN' and created_at > :since"
                    + " and (assignee = :person" + free + ") limit :limit) arrived")
            .param("since", Timestamp.from(since))
            .param("person", actor.userName())
            .param("roles", roles)
            .param("limit", limit)
            .query(Integer.class)
            .single();
    }

    /**
     * The bounds of the day in a person's time zone.
     *
     * @param now the instant that is now
     * @param begin when the day began
     * @param end when the next day begins
     */
    record Today(Instant now, Instant begin, Instant end) {

        static Today at(Instant now, ZoneId zone) {
            java.time.LocalDate day = now.atZone(zone).toLocalDate();
            return new Today(now, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
        }

    }

}
