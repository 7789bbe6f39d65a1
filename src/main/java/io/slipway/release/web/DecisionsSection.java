package io.slipway.release.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;

/**
 * The tab with every decision taken on a release, by whom and why, the latest first.
 */
@Tab.At(id = "decisions", order = 82, template = "release/_decisions-section")
class DecisionsSection implements ReleaseSection {

    private final WorkItems workItems;

    DecisionsSection(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        List<WorkItem> decisions = new ArrayList<>(this.workItems.decisionsOf(release.key()));
        Collections.reverse(decisions);
        return Map.of("decisions", decisions);
    }

}
