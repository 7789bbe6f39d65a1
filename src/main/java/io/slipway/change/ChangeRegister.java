package io.slipway.change;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.slipway.change.ChangeListSql.Row;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;

import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The change records of all releases, as everybody who is signed in may read them.
 */
@Service
@Transactional(readOnly = true)
public class ChangeRegister {

    /** The most changes that an agenda shows. */
    public static final int MOST_UP = 100;

    private final ChangeRepository changes;

    private final JdbcClient jdbc;

    ChangeRegister(ChangeRepository changes, JdbcClient jdbc) {
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * A page of change records.
     * @param query their filters and where the page begins
     * @return the page, the newest first
     */
    public KeyPage<ChangeSummary> list(ChangeQuery query) {
        KeyPage<Row> page = ChangeListSql.order(query)
            .page(ChangeListSql.of(query).on(this.jdbc).query(Row.class).list());
        return new KeyPage<>(page.rows().stream().map(Row::summary).toList(), page.next());
    }

    /**
     * Finds a change record.
     * @param number its number; refuses an unknown one with a {@code NotFoundException}
     */
    public ChangeDetails get(String number) {
        return this.changes.findByNumber(number.strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new NotFoundException("change", number))
            .details();
    }

    /**
     * All that is up for decision: what waits for votes.
     * @return at most {@value #MOST_UP} records, the next planned first
     */
    public List<ChangeDetails> agenda() {
        return this.changes.findUpForDecision(ChangeStatus.REQUESTED, Limit.of(MOST_UP))
            .stream()
            .map(ChangeRecord::details)
            .filter((change) -> change.quorum() > 0)
            .toList();
    }

    /**
     * Finds change records by their numbers.
     * @param numbers their numbers; unknown ones are left out
     */
    public List<ChangeDetails> find(Collection<String> numbers) {
        return this.changes.findByNumberIn(numbers)
            .stream()
            .map(ChangeRecord::details)
            .sorted((one, other) -> one.number().compareTo(other.number()))
            .toList();
    }

}
