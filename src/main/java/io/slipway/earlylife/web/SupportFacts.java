package io.slipway.earlylife.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.earlylife.EarlyEnd;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.ExitCriterion;
import io.slipway.earlylife.SupportDetails;
import io.slipway.earlylife.incident.IncidentCounts;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.identity.PersonDirectory;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides on the end of early life support: open incidents, exit criteria, the time
 * that is left.
 */
@Component
class SupportFacts {

    private final EarlyLifeManagement earlyLife;

    private final IncidentManagement incidents;

    private final PersonDirectory people;

    private final Times times;

    private final Messages words;

    private final Clock clock;

    SupportFacts(EarlyLifeManagement earlyLife, IncidentManagement incidents, PersonDirectory people, Times times,
            Messages words, Clock clock) {
        this.people = people;
        this.earlyLife = earlyLife;
        this.incidents = incidents;
        this.times = times;
        this.words = words;
        this.clock = clock;
    }

    List<DecidingFact> of(String releaseKey) {
        List<DecidingFact> facts = new ArrayList<>();
        String page = "/releases/" + releaseKey + "/support";
        IncidentCounts counts = this.incidents.counts(releaseKey);
        int severe = counts.priority1() + counts.priority2();
        Weight incidents = (severe > 0) ? Weight.BAD : ((counts.open() > 0) ? Weight.WARN : Weight.GOOD);
        facts.add(new DecidingFact(incidents, say("incidents.label"),
                (counts.open() > 0) ? say("incidents", counts.open(), severe) : say("incidents.none"), page));
        this.earlyLife.ofRelease(releaseKey).ifPresent((support) -> {
            EarlyEnd asked = support.earlyEnd();
            if (asked != null) {
                facts.add(new DecidingFact(Weight.NOTE, say("asked.label"),
                        say("asked", this.people.name(asked.by()), asked.reason()), page));
            }
            facts.add(criteria(support, page));
            facts.add(time(support, page));
        });
        return facts;
    }

    private DecidingFact criteria(SupportDetails support, String page) {
        List<ExitCriterion> unmet = support.watch().unmet();
        if (unmet.isEmpty()) {
            return new DecidingFact(Weight.GOOD, say("criteria.label"), say("criteria.met"), page);
        }
        String names = unmet.stream()
            .map((criterion) -> this.words.text("earlylife.criterion." + criterion))
            .collect(Collectors.joining("; "));
        return new DecidingFact(Weight.WARN, say("criteria.label"), say("criteria", unmet.size(), names), page);
    }

    private DecidingFact time(SupportDetails support, String page) {
        Instant now = this.clock.instant();
        Instant least = support.leastEndsAt();
        if (least != null && now.isBefore(least)) {
            return new DecidingFact(Weight.WARN, say("time.label"), say("time.least", this.times.withZone(least)),
                    page);
        }
        boolean over = !support.endsAt().isAfter(now);
        return new DecidingFact(over ? Weight.NOTE : Weight.WARN, say("time.label"),
                say(over ? "time.over" : "time", this.times.withZone(support.endsAt())), page);
    }

    private String say(String key, Object... arguments) {
        return this.words.text("earlylife.decide." + key, arguments);
    }

}
