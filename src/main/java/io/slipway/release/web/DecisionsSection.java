package io.slipway.release.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.seen.SeenDecision;
import io.slipway.workflow.seen.SeenDecisions;

/**
 * The tab with every decision taken on a release, by whom and why, and what they saw, the
 * latest first.
 */
@Tab.At(id = "decisions", order = 82, template = "release/_decisions-section")
class DecisionsSection implements ReleaseSection {

    private final WorkItems workItems;

    private final SeenDecisions seen;

    DecisionsSection(WorkItems workItems, SeenDecisions seen) {
        this.workItems = workItems;
        this.seen = seen;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        List<WorkItem> decisions = new ArrayList<>(this.workItems.decisionsOf(release.key()));
        Collections.reverse(decisions);
        return Map.of("decisions", decisions, "seen",
                this.seen.ofRelease(release.key())
                    .stream()
                    .collect(Collectors.toMap(SeenDecision::workItemId, Function.identity())));
    }

}
