package io.slipway.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the lists of work items. A page reads one index per branch of its view, in the
 * order of that index and no further than the page, and looks up only the rows it shows:
 * so it is as fast with a hundred thousand open work items as with ten.
 */
@Component
public class WorkItemSearch {

    /** The largest number that counts tell exactly. */
    public static final int MOST_COUNTED = 1000;

    /** Where {@link #arrivedSince} stops counting. */
    public static final int MOST_ANNOUNCED = 99;

    private static final List<WorkItemView> COUNTED = List.of(WorkItemView.MINE, WorkItemView.MY_GROUPS,
            WorkItemView.UNASSIGNED, WorkItemView.OVERDUE, WorkItemView.DUE_TODAY, WorkItemView.FOLLOW_UP,
            WorkItemView.WAITING_FOR_OTHERS);

    /** From so many work items on a word is common. */
    private static final int COMMON = 2000;

    private final JdbcClient jdbc;

    private final CurrentActor currentActor;

    private final Clock clock;

    WorkItemSearch(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A page of the current actor's list of work items.
     * @param query the view, its filters and where the page begins; a cursor that cannot
     * be read begins at the first page
     * @param zone the actor's time zone, which says when today begins and ends
     */
    public KeyPage<WorkItem> list(WorkItemQuery query, ZoneId zone) {
        ViewClauses view = ViewClauses.of(query.view(), this.currentActor.get(), Today.at(this.clock.instant(), zone));
        SearchText text = SearchText.of(query.text());
        Clause page = page(view, query, text, rarest(view, text));
        return view.order()
            .page((page != null) ? page.on(this.jdbc).query(WorkItem.class).list() : List.<WorkItem>of());
    }

    /** The term that the fewest open work items have; null if even that is common. */
    private @Nullable String rarest(ViewClauses view, SearchText text) {
        if (!text.any() || view.state() != WorkItemState.OPEN) {
            return null;
        }
        List<Clause> counts = new ArrayList<>();
        for (String term : text.terms()) {
            String name = "term" + counts.size();
            counts.add(Clause
                .of("select :%1$s term, count(*) found from (select 1 from work_item_words where word like :%1$sLike limit %2$d) f"
                    .formatted(name, COMMON), name, term)
                .with(name + "Like", Clause.beginning(term)));
        }
        return Clause.of("select term from (")
            .append(Clause.join(counts, " union all "))
            .append(") t where found < " + COMMON + " order by found limit 1")
            .on(this.jdbc)
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
                ? Clause.of("(select distinct id from work_item_words where word like :rarest) t "
                        + "straight_join work_items w on w.id = t.id", "rarest", Clause.beginning(rarest))
                : Clause.of("work_items w");
        KeyOrder<WorkItem> order = view.order();
        Clause filter = Clause.given("w.phase", query.phase())
            .and(order.after(Objects.requireNonNullElse(query.cursor(), "")))
            .and(terms(view, text, rarest));
        Clause branches = Clause.join(conditions.stream()
            .map((condition) -> Clause.of("(select " + order.columns() + " from ")
                .append(source)
                .where(condition.and(filter))
                .append(order.by() + KeyOrder.limit() + ")"))
            .toList(), " union all ");
        return Clause.of("select " + WorkItemRows.COLUMNS + " from (select * from (")
            .append(branches)
            .append(") b" + order.by("b") + KeyOrder.limit() + ") k join work_items w on w.id = k.id" + order.by("k"));
    }

    private static Clause terms(ViewClauses view, SearchText text, @Nullable String rarest) {
        Clause terms = Clause.NONE;
        for (int i = 0; i < text.terms().size(); i++) {
            String name = "term" + i;
            String beginning = Clause.beginning(text.terms().get(i));
            if (view.state() != WorkItemState.OPEN) {
                terms = terms.and("concat_ws(' ', w.business_key, w.subject, w.step_name) like :" + name, name,
                        "%" + beginning);
            }
            else if (!text.terms().get(i).equals(rarest)) {
                // Counting keeps the database from reading all that have the word first.
                terms = terms.and(
                        "(select count(*) from work_item_words x where x.id = w.id and x.word like :" + name + ") > 0",
                        name, beginning);
            }
        }
        return terms;
    }

    /**
     * How many work items each view has for the current actor. Counting stops at one more
     * than {@link #MOST_COUNTED}, which means "more than".
     * @param zone the actor's time zone, which says when today begins and ends
     * @return the number of each view but {@link WorkItemView#DONE_BY_ME}
     */
    public Map<WorkItemView, Integer> counts(ZoneId zone) {
        Map<WorkItemView, Integer> found = new EnumMap<>(WorkItemView.class);
        counts(this.currentActor.get(), Today.at(this.clock.instant(), zone)).on(this.jdbc)
            .query(Count.class)
            .list()
            .forEach((count) -> found.put(count.view(), count.found()));
        return found;
    }

    /** The one statement that counts all views, each no further than the cap. */
    static Clause counts(Actor actor, Today today) {
        String limit = " limit " + (MOST_COUNTED + 1);
        List<Clause> counts = new ArrayList<>();
        for (WorkItemView view : COUNTED) {
            List<Clause> branches = ViewClauses.of(view, actor, today)
                .branches(null)
                .stream()
                .map((condition) -> Clause.of("(select 1 from work_items w").where(condition).append(limit + ")"))
                .toList();
            counts.add(Clause.of("select '" + view + "' view, ")
                .append(branches.isEmpty() ? Clause.of("0 found")
                        : Clause.of("count(*) found from (")
                            .append(Clause.join(branches, " union all "))
                            .append(limit + ") " + view)));
        }
        return Clause.join(counts, " union all ");
    }

    /**
     * How many open work items that the current actor has or may take have come since an
     * instant, counted up to {@value #MOST_ANNOUNCED} + 1, which means "more".
     * @param since the instant, UTC
     */
    public int arrivedSince(Instant since) {
        Actor actor = this.currentActor.get();
        List<String> roles = actor.roles().stream().map(Role::id).sorted().toList();
        String free = roles.isEmpty() ? "" : " or (assignee is null and role in (:roles))";
        return this.jdbc
            .sql("select count(*) from (select 1 from work_items where state = 'OPEN' and created_at > :since"
                    + " and (assignee = :person" + free + ") limit :limit) arrived")
            .param("since", since)
            .param("person", actor.userName())
            .param("roles", roles)
            .param("limit", MOST_ANNOUNCED + 1)
            .query(Integer.class)
            .single();
    }

    private record Count(WorkItemView view, int found) {
    }

    /**
     * The bounds of the day in a person's time zone.
     *
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
