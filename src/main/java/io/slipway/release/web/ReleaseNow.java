package io.slipway.release.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseConcern;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.Standstill;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.escalation.EscalationWords;

import org.springframework.stereotype.Component;

/**
 * Says in one sentence what a release waits for, of whom and since when, and what is in
 * its way.
 */
@Component
class ReleaseNow {

    private final List<ReleaseConcern> concerns;

    private final WorkItems workItems;

    private final Suspensions suspensions;

    private final EscalationWords escalation;

    private final PersonDirectory people;

    private final Times times;

    private final Messages words;

    ReleaseNow(List<ReleaseConcern> concerns, WorkItems workItems, Suspensions suspensions, EscalationWords escalation,
            PersonDirectory people, Times times, Messages words) {
        this.concerns = List.copyOf(concerns);
        this.workItems = workItems;
        this.suspensions = suspensions;
        this.escalation = escalation;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    String sentence(ReleaseDetails release) {
        if (!release.open()) {
            String ended = (release.endedAt() != null) ? this.times.withZone(release.endedAt()) : "";
            return say("ended." + release.status(), ended, (release.endReason() != null) ? release.endReason() : "");
        }
        List<WorkItem> next = this.workItems.openOf(release.key());
        Standstill standstill = this.suspensions.standstill(release.key());
        List<String> sentences = new ArrayList<>();
        if (standstill.suspension() != null) {
            sentences.add(say("suspended", this.people.name(standstill.suspension().by()),
                    this.times.withZone(standstill.suspension().at())));
        }
        else if (standstill.engineSince() != null) {
            sentences.add(say("engine", this.times.relative(standstill.engineSince())));
        }
        next.stream()
            .min(Comparator.comparing(WorkItem::createdAt))
            .ifPresentOrElse((item) -> sentences.add(waits(item, next.size())), () -> {
                if (sentences.isEmpty()) {
                    sentences.add(say("works"));
                }
            });
        this.concerns.forEach((concern) -> concern.sentence(release).ifPresent(sentences::add));
        return String.join(" ", sentences);
    }

    private String waits(WorkItem item, int all) {
        String who = (item.assignee() != null) ? this.people.name(item.assignee())
                : say("anybody", this.words.text("identity.role." + item.role().id()));
        String waits = say("waits", who, item.stepName(), this.times.relative(item.createdAt()))
                + this.escalation.sentence(item).map((said) -> " " + said).orElse("");
        return (all > 1) ? waits + " " + say("waits.more", all - 1) : waits;
    }

    private String say(String key, Object... arguments) {
        return this.words.text("release.now." + key, arguments);
    }

}
