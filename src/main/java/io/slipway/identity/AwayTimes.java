package io.slipway.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows who is away when, for rules that ask whether enough people can act.
 */
@Component
class AwayTimes {

    private static final String LASTING = """
            select p.user_name, a.from_at `from`, a.until_at until
              from absences a join people p on p.id = a.person_id
             where a.until_at > :from""";

    private static final String OVERLAPPING = LASTING + " and a.from_at < :until";

    private static final String ORDER = " order by p.user_name, a.from_at, a.id";

    private final JdbcClient jdbc;

    AwayTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AwayTime> of(Collection<String> userNames, Instant from, Instant until) {
        if (userNames.isEmpty()) {
            return List.of();
        }
        return this.jdbc.sql(OVERLAPPING + " and p.user_name in (:names)" + ORDER)
            .param("from", from)
            .param("until", until)
            .param("names", Set.copyOf(userNames))
            .query(AwayTime.class)
            .list();
    }

    /** All that last beyond an instant. */
    Absences since(Instant from) {
        return new Absences(from, this.jdbc.sql(LASTING + ORDER).param("from", from).query(AwayTime.class).list());
    }

}
