package io.slipway.audit;

import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.input.KeyPage;

import org.springframework.stereotype.Component;

/**
 * The tab of a configuration item's page that shows all that was ever done to it, newest
 * first.
 */
@Component
class ItemHistorySection implements ItemSection {

    private final AuditManagement audit;

    private final AuditWords words;

    ItemHistorySection(AuditManagement audit, AuditWords words) {
        this.audit = audit;
        this.words = words;
    }

    @Override
    public String id() {
        return "history";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String template() {
        return "audit/_section";
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        KeyPage<AuditEntry> found = this.audit.historyOf("item", item.item().key(), from);
        return Map.of("trail",
                new KeyPage<>(found.rows().stream().map((entry) -> TrailRow.of(entry, this.words)).toList(),
                        found.next()),
                "ofItem", true);
    }

}
