package io.slipway.monitor.timeline;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The tab of the release page that shows its timeline.
 */
@Tab.At(id = "timeline", order = 72, template = "monitor/_timeline")
class TimelineSection implements ReleaseSection {

    private final Timelines timelines;

    TimelineSection(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("timeline", this.timelines.of(release, LocaleContextHolder.getTimeZone().toZoneId()));
    }

}
