package io.slipway.audit;

import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.input.KeyPage;
import io.slipway.ui.Tab;

/**
 * The tab of a configuration item's page that shows all that was ever done to it, newest
 * first.
 */
@Tab.At(id = "history", order = 90, template = "audit/_section")
class ItemHistorySection implements ItemSection {

    private final AuditManagement audit;

    private final AuditSentences words;

    ItemHistorySection(AuditManagement audit, AuditSentences words) {
        this.audit = audit;
        this.words = words;
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        KeyPage<AuditEntry> found = this.audit.historyOf("item", item.item().key(), from);
        return Map.of("trail", new KeyPage<>(this.words.acts(found.rows()), found.next()), "ofItem", true);
    }

}
