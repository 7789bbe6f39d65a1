package io.slipway.api.event;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;

import org.springframework.stereotype.Component;

/**
 * The tab of the release page with what pipelines and monitoring told of it.
 */
@Component
class EventsSection implements ReleaseSection {

    private final EventLog log;

    EventsSection(EventLog log) {
        this.log = log;
    }

    @Override
    public String id() {
        return "events";
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public String template() {
        return "api/_section";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("page", this.log.of(release.key(), from));
    }

}
