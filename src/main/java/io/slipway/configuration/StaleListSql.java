package io.slipway.configuration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement of a list of stale items so that one index serves its filter and
 * its order: longest unconfirmed first.
 */
final class StaleListSql {

    private final StringBuilder text = new StringBuilder(
            "select " + ItemListSql.COLUMNS + " from configuration_items i where i.active = true");

    private final Map<String, Object> parameters = new HashMap<>();

    StaleListSql(@Nullable ItemType type, String owner, String from, LocalDateTime limit) {
        where(" and i.confirmed_at < :limit", "limit", limit);
        if (type != null) {
            where(" and i.type = :type", "type", type.name());
        }
        if (!owner.isBlank()) {
            where(" and i.owner = :owner", "owner", owner);
        }
        if (from.matches("-?\\d{1,15}_[a-z0-9._-]{1,64}")) {
            int mark = from.indexOf('_');
            where(" and i.confirmed_at >= :at and (i.confirmed_at > :at or i.item_key > :key)", "at", LocalDateTime
                .ofInstant(Instant.ofEpochMilli(Long.parseLong(from.substring(0, mark))), ZoneOffset.UTC));
            this.parameters.put("key", from.substring(mark + 1));
        }
        this.text.append(" order by i.confirmed_at, i.item_key limit ").append(KeyPage.SIZE + 1);
    }

    String text() {
        return this.text.toString();
    }

    Map<String, Object> parameters() {
        return this.parameters;
    }

    static String cursor(ItemSummary item) {
        Instant confirmed = item.confirmedAt();
        return ((confirmed != null) ? confirmed : ConfigurationItem.NEVER).toEpochMilli() + "_" + item.key();
    }

    private void where(String condition, String parameter, Object value) {
        this.text.append(condition);
        this.parameters.put(parameter, value);
    }

}
