package io.slipway.planning.collision;

import java.time.Instant;
import java.util.List;

import io.slipway.approval.Shortage;
import io.slipway.identity.PersonDirectory;
import io.slipway.schedule.ScheduleFinding;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says for people what collides, with times in the reader's zone.
 */
@Component
class CollisionWords {

    private final MessageSource messages;

    private final PersonDirectory people;

    private final Times times;

    CollisionWords(MessageSource messages, PersonDirectory people, Times times) {
        this.messages = messages;
        this.people = people;
        this.times = times;
    }

    Collision collision(PlannedDeployment plan, Clash finding) {
        boolean ofPlan = finding.kind() == CollisionKind.PERSON_AWAY;
        String with = ofPlan ? this.people.name(finding.with()) : finding.with();
        String link = "/releases/" + (ofPlan ? plan.key() : finding.with()) + "/plan";
        String reason = this.messages.getMessage(
                "planning.collision.why." + finding.code(), new Object[] { with, things(finding),
                        this.times.format(finding.from()), withZone(finding.until()), withZone(finding.from()) },
                LocaleContextHolder.getLocale());
        return new Collision(plan.key(), finding.kind(), finding.blocking(), reason, with, link, finding.from(),
                finding.until());
    }

    Collision collision(PlannedDeployment plan, ScheduleFinding finding) {
        CollisionKind kind = "window".equals(finding.rule()) ? CollisionKind.WINDOW : CollisionKind.FREEZE;
        Instant from = finding.from();
        return new Collision(plan.key(), kind, finding.blocking(), finding.reason(), finding.name(), finding.link(),
                (from != null && from.isAfter(plan.start())) ? from : plan.start(), finding.until());
    }

    Collision collision(PlannedDeployment plan, Shortage votes, @Nullable Instant until) {
        String role = this.messages.getMessage("identity.role." + votes.rule().role().id(), null,
                LocaleContextHolder.getLocale());
        String reason = this.messages.getMessage("planning.collision.why.NO_VOTE",
                new Object[] { votes.rule().minimum(), role, votes.available(), votes.reason() },
                LocaleContextHolder.getLocale());
        return new Collision(plan.key(), CollisionKind.NO_VOTE, true, reason, role, "/releases/" + plan.key() + "/plan",
                plan.start(), until);
    }

    private String things(Clash finding) {
        List<String> names = (finding.kind() == CollisionKind.PERSON_BUSY)
                ? finding.things().stream().map(this.people::name).toList() : finding.things();
        return String.join(", ", names);
    }

    private String withZone(@Nullable Instant at) {
        return (at != null) ? this.times.withZone(at) : "";
    }

}
