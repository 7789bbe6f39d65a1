package io.slipway.deployment.environment.web;

import java.util.List;
import java.util.Map;

import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.ItemType;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.input.KeyPage;
import io.slipway.ui.Tab;

/**
 * The tab of an item's page with where a service runs, or what runs in an environment.
 */
@Tab.At(id = "runs", order = 15, template = "deployment/_item-runs")
class RunsSection implements ItemSection {

    private final WhatRuns whatRuns;

    private final Environments environments;

    RunsSection(WhatRuns whatRuns, Environments environments) {
        this.whatRuns = whatRuns;
        this.environments = environments;
    }

    @Override
    public Map<String, Object> content(ItemDetails item, String from) {
        String key = item.item().key();
        boolean environment = item.item().type() == ItemType.ENVIRONMENT;
        return Map.of("runs",
                environment ? this.whatRuns.in(key, from) : new KeyPage<>(this.whatRuns.of(item.item().name()), null),
                "place", environment, "kept", !this.environments.kept(List.of(key)).isEmpty());
    }

}
