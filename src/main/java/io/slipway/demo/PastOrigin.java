package io.slipway.demo;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseEssential;
import io.slipway.ui.Messages;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Says on each release's page whether the demo made it up or somebody registered it.
 */
@Component
@Profile("demo")
class PastOrigin implements ReleaseEssential {

    private final DemoPast past;

    private final DemoStories today;

    private final Messages messages;

    PastOrigin(DemoPast past, DemoStories today, Messages messages) {
        this.past = past;
        this.today = today;
        this.messages = messages;
    }

    @Override
    public String label() {
        return this.messages.text("demo.origin");
    }

    @Override
    public String text(ReleaseDetails release) {
        boolean told = this.past.has(release.key());
        boolean begun = this.today.all().keySet().stream().anyMatch((one) -> one.key().equals(release.key()));
        return this.messages.text(told ? "demo.origin.past" : (begun ? "demo.origin.today" : "demo.origin.people"));
    }

}
