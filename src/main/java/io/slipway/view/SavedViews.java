package io.slipway.view;

import java.util.List;
import java.util.regex.Pattern;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a list shows under a name. A view is an address: whoever opens it sees what
 * they may see.
 */
@Service
@Transactional
public class SavedViews {

    /** How many views of a list a person may have. */
    public static final int MOST = 20;

    /** The largest number that counts on tabs tell exactly. */
    static final int MOST_COUNTED = 1000;

    private static final int SHARED_SHOWN = 30;

    private static final int LONGEST_NAME = 60;

    private static final int LONGEST_QUERY = 1000;

    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%=&+-]*");

    private final JdbcClient jdbc;

    private final CurrentActor currentActor;

    private final Journal journal;

    SavedViews(JdbcClient jdbc, CurrentActor currentActor, Journal journal) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.journal = journal;
    }

    /**
     * What stands above a list.
     * @param query what the list shows now
     * @param tabs the views that everybody has
     */
    @Transactional(readOnly = true)
    public Views of(ViewedList list, String query, List<ViewTab> tabs) {
        String me = this.currentActor.get().userName();
        List<SavedView> all = this.jdbc
            .sql("(select * from saved_views where list = :list and owner = :me order by name)"
                    + " union all (select * from saved_views where list = :list and shared and owner <> :me"
                    + " order by name, id limit :most)")
            .param("list", list.name())
            .param("me", me)
            .param("most", SHARED_SHOWN)
            .query(SavedView.class)
            .list();
        return new Views(list, query, tabs, all.stream().filter((view) -> view.owner().equals(me)).toList(),
                all.stream().filter((view) -> !view.owner().equals(me)).toList());
    }

    /**
     * Saves a view for the current actor. Refuses a name that is missing, too long or
     * taken by another of their views, a query that is none, and more than {@value #MOST}
     * views of a list.
     * @param query what it shows, as the query of an address
     * @param shared whether everybody sees it
     */
    @PreAuthorize("isAuthenticated()")
    public void save(ViewedList list, String name, String query, boolean shared) {
        String me = this.currentActor.get().userName();
        InputCheck check = new InputCheck();
        String called = check.required("name", name, LONGEST_NAME, "view.name.missing");
        check.refuseIf(query.length() > LONGEST_QUERY || !QUERY.matcher(query).matches(), "", "view.query.wrong");
        int taken = this.jdbc.sql("select count(*) from saved_views where owner = :me and list = :list")
            .param("me", me)
            .param("list", list.name())
            .query(Integer.class)
            .single();
        check.refuseIf(taken >= MOST, "", "view.too-many", MOST);
        check.finish();
        try {
            Clause.insert("saved_views", "list", list, "owner", me, "name", called, "query", query, "shared", shared)
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("name", "view.name.taken", called);
        }
        this.journal.record(JournalEntry.of("view.saved", "view", called));
    }

    /**
     * Forgets a view. Refuses, as if there were none, those of others, but administrators
     * may remove what is shared.
     * @return what was removed
     */
    @PreAuthorize("isAuthenticated()")
    public SavedView remove(long id) {
        Actor actor = this.currentActor.get();
        SavedView view = this.jdbc.sql("select * from saved_views where id = :id")
            .param("id", id)
            .query(SavedView.class)
            .optional()
            .filter((one) -> one.owner().equals(actor.userName()) || one.shared() && actor.has(Role.ADMINISTRATOR))
            .orElseThrow(() -> new NotFoundException("view", Long.toString(id)));
        this.jdbc.sql("delete from saved_views where id = :id").param("id", id).update();
        this.journal.record(JournalEntry.of("view.removed", "view", view.name()));
        return view;
    }

}
