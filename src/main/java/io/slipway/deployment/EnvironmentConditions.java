package io.slipway.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.deployment.environment.EnvironmentClaim;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.RunningService;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.identity.PersonDirectory;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The conditions that nobody else has the environment to themselves, held or booked, that
 * somebody confirmed it to be ready, and that this package was verified in the
 * environment before it, where that is asked. Silent of an environment that nobody keeps.
 */
@Component
@Order(22)
class EnvironmentConditions implements ReadinessSource {

    private final Environments environments;

    private final WhatRuns whatRuns;

    private final PackageManagement packages;

    private final PersonDirectory people;

    private final Times times;

    private final ReadinessWords words;

    EnvironmentConditions(Environments environments, WhatRuns whatRuns, PackageManagement packages,
            PersonDirectory people, Times times, ReadinessWords words) {
        this.environments = environments;
        this.whatRuns = whatRuns;
        this.packages = packages;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    @Override
    public List<Condition> conditions(ReleaseDetails release, Instant now) {
        return this.environments.claim(release.environment(), release.key())
            .map((claim) -> conditions(release, claim, now))
            .orElse(List.of());
    }

    private List<Condition> conditions(ReleaseDetails release, EnvironmentClaim claim, Instant now) {
        List<Condition> conditions = new ArrayList<>();
        String page = "/environments/" + claim.environment();
        conditions.add(free(claim, page));
        if (claim.readyDays() > 0) {
            conditions.add(ready(claim, now, page));
        }
        if (claim.comesAfter() != null) {
            conditions.add(passed(release, claim.comesAfter(), page));
        }
        return conditions;
    }

    private Condition free(EnvironmentClaim claim, String page) {
        if (claim.heldPurpose() != null && claim.heldAt() != null) {
            return Condition.of("environment-free", false,
                    this.words.say("deployment.environment.unready.held", claim.environment(),
                            whose(claim.heldFor(), claim.heldBy()), this.times.withZone(claim.heldAt()),
                            claim.heldPurpose()),
                    page);
        }
        if (claim.bookedPurpose() != null && claim.bookedUntil() != null) {
            return Condition.of("environment-free", false,
                    this.words.say("deployment.environment.unready.booked", claim.environment(),
                            whose(claim.bookedFor(), claim.bookedBy()), this.times.withZone(claim.bookedUntil()),
                            claim.bookedPurpose()),
                    page);
        }
        return Condition.of("environment-free", true,
                this.words.say("deployment.environment.ready.free", claim.environment()), page);
    }

    private Condition ready(EnvironmentClaim claim, Instant now, String page) {
        if (claim.readyAt() == null) {
            return Condition.of("environment-ready", false,
                    this.words.say("deployment.environment.unready.unconfirmed", claim.environment()), page);
        }
        Instant until = claim.readyAt().plus(Duration.ofDays(claim.readyDays()));
        String by = this.people.name(String.valueOf(claim.readyBy()));
        return until.isAfter(now)
                ? Condition.of("environment-ready", true,
                        this.words.say("deployment.environment.ready.confirmed", claim.environment(), by,
                                this.times.withZone(until)),
                        page)
                : Condition.of("environment-ready", false, this.words.say("deployment.environment.unready.outdated",
                        claim.environment(), by, this.times.withZone(until)), page);
    }

    /** What was verified before counts for the same package only. */
    private Condition passed(ReleaseDetails release, String before, String page) {
        String digest = this.packages.get(release.key()).digest();
        RunningService verified = this.whatRuns.verified(before, release.key(), digest).orElse(null);
        if (verified == null) {
            return Condition.of("environment-path", false,
                    this.words.say("deployment.environment.unready.path", release.environment(), before), page);
        }
        boolean same = digest.equals(verified.digest());
        return Condition.of("environment-path", same,
                this.words.say(same ? "deployment.environment.ready.path" : "deployment.environment.unready.path.other",
                        release.environment(), before, this.times.withZone(verified.since())),
                page);
    }

    private String whose(@Nullable String release, @Nullable String by) {
        return (release != null) ? release : this.people.name(String.valueOf(by));
    }

}
