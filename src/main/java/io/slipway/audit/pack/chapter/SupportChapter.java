package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.earlylife.EarlyEnd;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportDetails;
import io.slipway.earlylife.incident.Incident;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Early life: how long it was watched, by which criteria it ended, and its incidents.
 */
@Component
@Order(110)
class SupportChapter implements Chapter.Source {

    private final EarlyLifeManagement earlyLife;

    private final IncidentManagement incidents;

    private final People people;

    SupportChapter(EarlyLifeManagement earlyLife, IncidentManagement incidents, People people) {
        this.earlyLife = earlyLife;
        this.incidents = incidents;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        Facts facts = Facts.none();
        this.earlyLife.ofRelease(release.key()).ifPresent((support) -> support(facts, support));
        List<Facts> reported = Pages.all((from) -> this.incidents.of(release.key(), from))
            .stream()
            .map(SupportChapter::incident)
            .toList();
        facts.with("incidents", reported);
        return facts.values().isEmpty() ? Optional.empty() : Optional.of(new Chapter("support", facts));
    }

    private void support(Facts facts, SupportDetails one) {
        EarlyEnd early = one.earlyEnd();
        facts.with("startedAt", one.startedAt())
            .with("endsAt", one.endsAt())
            .with("leastEndsAt", one.leastEndsAt())
            .with("status", one.status())
            .with("endedAt", one.decidedAt())
            .with("by", this.people.who(one.decidedBy()))
            .with("reason", one.reason())
            .with("earlyEndAskedBy", (early != null) ? this.people.who(early.by()) : null)
            .with("earlyEndReason", (early != null) ? early.reason() : null)
            .with("handoverAccepted", one.watch().handoverAccepted())
            .with("criteria",
                    one.watch()
                        .criteria()
                        .stream()
                        .map((state) -> Facts.none()
                            .with("criterion", state.criterion())
                            .with("met", state.met())
                            .with("note", state.note()))
                        .toList())
            .with("extensions",
                    one.extensions()
                        .stream()
                        .map((extension) -> Facts.none()
                            .with("days", extension.days())
                            .with("reason", extension.reason())
                            .with("by", this.people.who(extension.by()))
                            .with("at", extension.at()))
                        .toList());
    }

    private static Facts incident(Incident one) {
        return Facts.none()
            .with("subject", one.subject())
            .with("priority", one.priority())
            .with("description", one.description())
            .with("service", one.service())
            .with("openedAt", one.openedAt())
            .with("resolvedAt", one.resolvedAt())
            .with("ticket", one.ticket())
            .with("source", one.source());
    }

}
