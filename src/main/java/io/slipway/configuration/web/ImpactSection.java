package io.slipway.configuration.web;

import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.relation.Direction;
import io.slipway.configuration.relation.Impact;
import io.slipway.configuration.relation.ImpactGraph;
import io.slipway.configuration.relation.ImpactManagement;
import io.slipway.ui.Tab;

/**
 * The tab that shows what an item touches, as a picture and as lists.
 */
@Tab.At(id = "impact", order = 10, template = "configuration/_impact")
class ImpactSection implements ItemSection {

    private final ImpactManagement impacts;

    ImpactSection(ImpactManagement impacts) {
        this.impacts = impacts;
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        Impact affected = this.impacts.of(item.item().key(), Direction.AFFECTED);
        Impact needed = this.impacts.of(item.item().key(), Direction.NEEDED);
        return Map.of("affected", affected, "needed", needed, "graph", ImpactGraph.of(item.item(), affected, needed));
    }

}
