package io.slipway.planning.web;

import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.ItemType;
import io.slipway.planning.TouchingReleases;

import org.springframework.stereotype.Component;

/**
 * The tab of a configuration item's page with the releases that touched it.
 */
@Component
class TouchingSection implements ItemSection {

    private final TouchingReleases releases;

    TouchingSection(TouchingReleases releases) {
        this.releases = releases;
    }

    @Override
    public String id() {
        return "releases";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "planning/_touching";
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        String service = (item.item().type() == ItemType.SERVICE) ? item.item().name() : "";
        return Map.of("page", this.releases.touching(item.item().key(), service, from));
    }

}
