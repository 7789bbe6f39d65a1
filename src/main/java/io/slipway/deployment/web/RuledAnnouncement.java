package io.slipway.deployment.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.rule.RuledStep;

import org.springframework.stereotype.Component;

/**
 * A deployment counts as announced once the portal has sent all that its communication
 * plan says before the start; what is said in a meeting or on a status page, or by no
 * plan at all, is left to a person.
 */
@Component
class RuledAnnouncement implements RuledStep {

    private static final int AUDIENCE = 500;

    private final SentAnnouncements sent;

    private final Times times;

    RuledAnnouncement(SentAnnouncements sent, Times times) {
        this.sent = sent;
        this.times = times;
    }

    @Override
    public String key() {
        return "deployment/announce-deployment";
    }

    @Override
    public Optional<AnnounceDeploymentForm> form(WorkItem item) {
        SentAnnouncements.Sent sent = this.sent.of(item.businessKey());
        return sent.all() ? Optional.of(form(sent.announcements())) : Optional.empty();
    }

    private AnnounceDeploymentForm form(List<DeploymentAnnouncement> sent) {
        DeploymentAnnouncement last = sent.get(sent.size() - 1);
        String audience = all(sent, DeploymentAnnouncement::audience);
        return new AnnounceDeploymentForm(List.of(audience.substring(0, Math.min(audience.length(), AUDIENCE))),
                all(sent, DeploymentAnnouncement::channel), last.text(), this.times.toInputText(last.announcedAt()),
                "announced");
    }

    private static String all(List<DeploymentAnnouncement> sent, Function<DeploymentAnnouncement, String> part) {
        return sent.stream().map(part).distinct().collect(Collectors.joining(", "));
    }

}
