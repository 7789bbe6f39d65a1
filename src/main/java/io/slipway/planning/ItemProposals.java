package io.slipway.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.EnvironmentManagement;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes the configuration items that a release of some services may touch: what
 * releases of these services touched last, and what the services need by the register's
 * relations.
 */
@Service
@Transactional(readOnly = true)
public class ItemProposals {

    private static final int MOST = 12;

    private final JdbcClient jdbc;

    private final ConfigurationManagement items;

    private final EnvironmentManagement relations;

    ItemProposals(JdbcClient jdbc, ConfigurationManagement items, EnvironmentManagement relations) {
        this.jdbc = jdbc;
        this.items = items;
        this.relations = relations;
    }

    /**
     * The items to think of, those that were touched last first.
     * @param services the names of the services
     * @param chosen keys that are chosen already
     * @return at most a dozen, none of them a service or an environment
     */
    public List<Proposal> of(Collection<String> services, Collection<String> chosen) {
        if (services.isEmpty()) {
            return List.of();
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        touched(services.stream().distinct().limit(MOST).toList()).on(this.jdbc)
            .query(String.class)
            .list()
            .forEach((key) -> reasons.putIfAbsent(key, "touched"));
        List<String> keys = this.items.services(services).stream().map(ItemSummary::key).toList();
        if (!keys.isEmpty()) {
            this.relations.needs(keys).forEach((key) -> reasons.putIfAbsent(key, "needed"));
        }
        reasons.keySet().removeAll(chosen);
        Map<String, ItemSummary> known = this.items.find(reasons.keySet())
            .stream()
            .filter((item) -> item.type() != ItemType.SERVICE && item.type() != ItemType.ENVIRONMENT)
            .collect(Collectors.toMap(ItemSummary::key, (item) -> item));
        List<Proposal> proposals = new ArrayList<>();
        reasons.forEach((key, why) -> {
            if (known.containsKey(key) && proposals.size() < MOST) {
                proposals.add(new Proposal(known.get(key), why));
            }
        });
        return List.copyOf(proposals);
    }

    /**
     * The items of the latest releases of some services, the latest first. Each service
     * is read from its own place in the index: of a rare one, the table by its key would
     * be read to its end.
     */
    private static Clause touched(Collection<String> services) {
        List<Clause> latest = new ArrayList<>();
        services
            .forEach(
                    (service) -> latest.add(Clause.of(
                            "(select release_id from release_services where service = :of" + latest.size()
                                    + " order by service desc, release_id desc limit 10)",
                            "of" + latest.size(), service)));
        return Clause.of("select i.item from (select release_id from (")
            .append(Clause.join(latest, " union "))
            .append(") a order by release_id desc limit 10) r join release_items i on i.release_id = r.release_id "
                    + "order by r.release_id desc, i.item limit 100");
    }

    /**
     * An item that a release may touch.
     *
     * @param why {@code touched} by the latest releases, or {@code needed} by a service
     */
    public record Proposal(ItemSummary item, String why) {
    }

}
