package io.slipway.planning.web;

import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.ItemType;
import io.slipway.planning.TouchingReleases;
import io.slipway.ui.Tab;

/**
 * The tab of a configuration item's page with the releases that touched it.
 */
@Tab.At(id = "releases", order = 20, template = "planning/_touching")
class TouchingSection implements ItemSection {

    private final TouchingReleases releases;

    TouchingSection(TouchingReleases releases) {
        this.releases = releases;
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        String service = (item.item().type() == ItemType.SERVICE) ? item.item().name() : "";
        return Map.of("page", this.releases.touching(item.item().key(), service, from));
    }

}
