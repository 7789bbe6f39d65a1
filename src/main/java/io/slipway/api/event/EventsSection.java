package io.slipway.api.event;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab of the release page with what pipelines and monitoring told of it.
 */
@Tab.At(id = "events", order = 85, template = "api/_section")
class EventsSection implements ReleaseSection {

    private final EventLog log;

    EventsSection(EventLog log) {
        this.log = log;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("page", this.log.of(release.key(), from));
    }

}
