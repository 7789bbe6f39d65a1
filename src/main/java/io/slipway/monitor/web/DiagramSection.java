package io.slipway.monitor.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.monitor.web.RunPage.RunNode;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab of the release page that shows where it is on the diagram of its process.
 */
@Tab.At(id = "diagram", order = 70, template = "monitor/_section")
class DiagramSection implements ReleaseSection {

    private final RunPages pages;

    private final RunDrawings drawings;

    DiagramSection(RunPages pages, RunDrawings drawings) {
        this.pages = pages;
        this.drawings = drawings;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        Map<String, Object> content = new HashMap<>();
        Optional<RunPage> page = this.pages.page(new RunAddress(release.key(), "", "", ""));
        page.ifPresent((found) -> {
            content.put("page", found);
            content.put("under", running(found.tree()));
            this.drawings.of(found.run(), found.address()).ifPresent((drawing) -> content.put("drawing", drawing));
        });
        return content;
    }

    /** The called runs that are under way. */
    private static List<RunNode> running(List<RunNode> tree) {
        return tree.stream().filter((node) -> node.depth() > 0 && !node.run().state().ended()).toList();
    }

}
