package io.slipway.configuration.baseline.web;

import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.ui.Tab;

/**
 * The tab of an item's page with the baselines that hold it.
 */
@Tab.At(id = "baselines", order = 30, template = "configuration/_baselines")
class BaselinesSection implements ItemSection {

    private final BaselineManagement baselines;

    BaselinesSection(BaselineManagement baselines) {
        this.baselines = baselines;
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        return Map.of("page", this.baselines.ofItem(item.item().key(), from));
    }

}
