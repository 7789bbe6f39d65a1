package io.slipway.monitor.timeline;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The tab of the release page that shows its timeline.
 */
@Component
class TimelineSection implements ReleaseSection {

    private final Timelines timelines;

    TimelineSection(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public int order() {
        return 86;
    }

    @Override
    public String template() {
        return "monitor/_timeline";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("timeline", this.timelines.of(release, LocaleContextHolder.getTimeZone().toZoneId()));
    }

}
