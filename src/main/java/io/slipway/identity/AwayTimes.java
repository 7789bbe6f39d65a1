package io.slipway.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows who is away when, for rules that ask whether enough people can act.
 */
@Component
class AwayTimes {

    private static final String OVERLAPPING = """
            select p.user_name, a.from_at `from`, a.until_at until
              from absences a join people p on p.id = a.person_id
             where a.until_at > :from and a.from_at < :until""";

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

    /**
     * Those whose absences, one after the other, leave no gap between the two instants.
     */
    Map<String, Instant> throughout(Instant from, Instant until) {
        List<AwayTime> all = this.jdbc.sql(OVERLAPPING + ORDER)
            .param("from", from)
            .param("until", until)
            .query(AwayTime.class)
            .list();
        Map<String, Instant> awayUntil = new TreeMap<>();
        Set<String> present = new HashSet<>();
        for (AwayTime time : all) {
            Instant covered = awayUntil.getOrDefault(time.userName(), from);
            if (time.from().isAfter(covered)) {
                present.add(time.userName());
            }
            awayUntil.put(time.userName(), covered.isAfter(time.until()) ? covered : time.until());
        }
        return awayUntil.entrySet()
            .stream()
            .filter((person) -> !present.contains(person.getKey()) && !person.getValue().isBefore(until))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

}
