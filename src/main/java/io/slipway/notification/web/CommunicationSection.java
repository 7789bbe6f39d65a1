package io.slipway.notification.web;

import java.util.Map;

import io.slipway.notification.Announcements;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab of the release page that shows what is announced to whom and when.
 */
@Tab.At(id = "communication", order = 17, template = "notification/_section")
class CommunicationSection implements ReleaseSection {

    private final Announcements announcements;

    private final CurrentPlans plans;

    CommunicationSection(Announcements announcements, CurrentPlans plans) {
        this.announcements = announcements;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("communicationPlan", this.plans.of(release).plan().communication().communicationPlan(),
                "announcements", this.announcements.of(release.key()));
    }

}
