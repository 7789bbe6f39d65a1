package io.slipway.test;

import java.time.Clock;
import java.time.Duration;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportStatus;
import io.slipway.identity.Acting;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.review.ReviewManagement;
import io.slipway.validation.ValidationManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes a release through its life as the demo people would, each step by the right one
 * of them and through the one choke point. A method waits until the process offers the
 * step. Test classes ask for it with {@code @Autowired ReleaseDriver}.
 */
@Component
@Profile("test")
public class ReleaseDriver extends PreparationDriver {

    private final EarlyLifeManagement earlyLife;

    private final ReviewManagement reviews;

    ReleaseDriver(ReleaseManagement releases, ConfigurationManagement configuration, ValidationManagement validation,
            EarlyLifeManagement earlyLife, ReviewManagement reviews, StepDriver steps, Acting acting, Clock clock) {
        super(releases, configuration, validation, steps, acting, clock);
        this.earlyLife = earlyLife;
        this.reviews = reviews;
    }

    // Deploy

    public void announce(String key) {
        complete(MANAGER, key, "announce-deployment", "announced", "audience", "All branches", "channel", "Mail",
                "announcedAt", local(Duration.ofMinutes(-30)));
    }

    public void decideGo(String key) {
        complete(DEPLOYER, key, "decide-go-no-go", "go");
    }

    public void decideNoGo(String key) {
        complete(DEPLOYER, key, "decide-go-no-go", "no-go", "reason", "The network is being repaired.");
    }

    public void resolveNoGo(String key) {
        complete(MANAGER, key, "resolve-no-go", "ready", "reason", "The network is repaired.");
    }

    public void withdraw(String key) {
        complete(MANAGER, key, "resolve-no-go", "withdraw", "reason", "The law has changed.");
    }

    public void confirmBackups(String key) {
        complete(DEPLOYER, key, "confirm-backups", "confirmed", "location", "Vault B", "takenAt",
                local(Duration.ofMinutes(-20)), "verifiedAt", local(Duration.ofMinutes(-15)), "covers",
                this.releases.get(key).services());
    }

    public void startDeployment(String key) {
        complete(DEPLOYER, key, "start-deployment", "start");
    }

    public void deployPackage(String key) {
        complete(DEPLOYER, key, "deploy-package", "succeeded", "finishedAt", local(Duration.ZERO));
    }

    public void failDeployment(String key) {
        complete(DEPLOYER, key, "deploy-package", "failed", "finishedAt", local(Duration.ZERO), "notes",
                "The schema lock was held.");
    }

    public void verifyDeployment(String key) {
        complete(DEPLOYER, key, "verify-deployment", "verified", "checks", "Smoke tests pass.");
    }

    public void failVerification(String key) {
        complete(DEPLOYER, key, "verify-deployment", "not-verified", "checks", "Refunds time out.");
    }

    public void retryDeployment(String key) {
        complete(DEPLOYER, key, "decide-on-failure", "retry", "reason", "The lock is gone.");
    }

    public void giveUpRetry(String key) {
        complete(DEPLOYER, key, "start-deployment", "roll-back", "reason", "The window is over.");
    }

    public void rollBackHeld(String key) {
        complete(DEPLOYER, key, "hold-deployment", "roll-back", "reason", "Nobody knows how long.");
    }

    public void decideRollback(String key) {
        complete(DEPLOYER, key, "decide-on-failure", "roll-back", "reason", "The cause is not known.");
    }

    public void rollBackRelease(String key) {
        complete(DEPLOYER, key, "roll-back-release", "restored", "finishedAt", local(Duration.ZERO), "baseline",
                "Version 1.3.9 runs again.");
    }

    public void deploy(String key) {
        announce(key);
        decideGo(key);
        confirmBackups(key);
        startDeployment(key);
        deployPackage(key);
        verifyDeployment(key);
    }

    // Early life support, in the step watch-release or decide-on-exit

    /**
     * Hands over, and has the service owner agree where the policy asks for longer
     * support.
     */
    public void acceptHandover(String key, String step) {
        askForHandover(key, step);
        if (this.earlyLife.ofRelease(key).orElseThrow().status() == SupportStatus.ENDING) {
            endEarly(key);
        }
    }

    /** Hands over; before the least time of the policy the service owner is asked. */
    public void askForHandover(String key, String step) {
        complete("operations", key, step, "exit", "criteria[0].met", "true", "criteria[1].met", "true",
                "criteria[2].met", "true", "criteria[3].met", "true", "handoverAccepted", "true", "reason",
                "Nothing happened.");
    }

    public void endEarly(String key) {
        complete("service-owner", key, "decide-on-early-end", "end", "reason", "The branches are closed next week.");
    }

    public void refuseEarlyEnd(String key) {
        complete("service-owner", key, "decide-on-early-end", "go-on", "reason", "The month end is to come.");
    }

    public void extendSupport(String key, String step) {
        complete("operations", key, step, "extend", "days", "3", "reason", "One incident is not understood.");
    }

    public void giveUp(String key, String step) {
        complete("operations", key, step, "roll-back", "reason", "Customers are charged twice.");
    }

    // Review

    public void holdReview(String key, String verdict) {
        complete(MANAGER, key, "hold-review", "hold", "verdict", verdict, "intended", "Refunds within a day.",
                "happened", "Refunds within an hour.", "lessons", "Tell the branches earlier.");
    }

    public void confirmReview(String key) {
        complete("service-owner", key, "confirm-review", "confirm");
    }

    public void returnReview(String key) {
        complete("service-owner", key, "confirm-review", "return", "reason", "The outage of Tuesday is missing.");
    }

    public void confirmConfiguration(String key) {
        complete("configuration-manager", key, "confirm-configuration", "confirm", "confirmed", "true", "updates",
                "Version of refunds.");
    }

    /** Confirms the configuration, and holds a review where one is asked for. */
    public void review(String key, String verdict) {
        if (this.reviews.asked(this.releases.get(key))) {
            holdReview(key, verdict);
            confirmReview(key);
        }
        confirmConfiguration(key);
    }

    /**
     * Takes a registered release the whole way to closed.
     * @param key the release's key
     */
    public void close(String key) {
        prepare(key);
        deploy(key);
        acceptHandover(key, "watch-release");
        review(key, "SUCCESSFUL");
        awaitStatus(key, ReleaseStatus.CLOSED);
    }

    public void cancel(String key) {
        Again.whenItMovedOn(
                () -> this.acting.as(MANAGER, () -> this.releases.cancel(key, "The business case is gone.")));
    }

}
