package io.slipway.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Acting;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.workflow.WorkItem;
import org.awaitility.Awaitility;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes a release through its life as the demo people would, each step by the right one
 * of them and through the one choke point. A method waits until the process offers the
 * step. Test classes ask for it with {@code @Autowired ReleaseDriver}.
 */
@Component
@Profile("test")
public class ReleaseDriver {

    private static final String MANAGER = "release-manager";

    private static final String DEPLOYER = "deployment-manager";

    private static final String DIGEST = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";

    private final ReleaseManagement releases;

    private final StepDriver steps;

    private final Acting acting;

    private final Clock clock;

    ReleaseDriver(ReleaseManagement releases, StepDriver steps, Acting acting, Clock clock) {
        this.releases = releases;
        this.steps = steps;
        this.acting = acting;
        this.clock = clock;
    }

    /** Registers a minor release, to which the portal gives a key. */
    public String register(String name) {
        return this.acting.as(MANAGER, () -> this.releases
            .register(new RegisterRelease(null, name, ReleaseType.MINOR, DeploymentModel.PHASED, List.of())));
    }

    /**
     * Registers a release that corrects an urgent fault; its change is an emergency.
     * @param name its name
     * @return its key, given by the portal
     */
    public String registerEmergency(String name) {
        return this.acting.as(MANAGER, () -> this.releases
            .register(new RegisterRelease(null, name, ReleaseType.EMERGENCY, DeploymentModel.PHASED, List.of())));
    }

    /**
     * The service that a release touches: its own, so that no other test's concerns it.
     */
    public static String service(String key) {
        return "Service of " + key;
    }

    // Plan

    public void completePlan(String key) {
        completePlan(key, service(key));
    }

    /**
     * Submits the plan of a release that touches the service of another; its time has
     * begun.
     */
    public void completePlan(String key, String service) {
        completePlan(key, service, Duration.ZERO);
    }

    /** The same, but its time begins later. */
    public void completePlan(String key, String service, Duration until) {
        complete(MANAGER, key, "complete-plan", "submit", "scope", "Refunds within a day.", "services",
                List.of(service), "plannedStart", local(until), "plannedEnd", local(until.plusHours(2)),
                "rollbackCriteria", "Errors above one per cent.", "rollbackPlan", "Switch back to the former version.",
                "communicationPlan", "Mail to all branches the day before.", "supportDays", "7", "approvers",
                List.of("stakeholder", "stakeholder-2"));
    }

    public void approvePlan(String key, String by) {
        complete(by, key, "approve-plan", "approve");
    }

    public void rejectPlan(String key, String by) {
        complete(by, key, "approve-plan", "reject", "reason", "Not in the week of the audit.");
    }

    public void plan(String key) {
        completePlan(key);
        approvePlan(key, "stakeholder");
        approvePlan(key, "stakeholder-2");
    }

    // Build

    public void deliverUnit(String key) {
        complete("build-engineer", key, "deliver-units", "add-unit", "name", "refunds", "version", "1.4.0", "artifact",
                "https://artifacts.example.com/refunds-1.4.0.tar.gz", "digest", DIGEST, "commit", "4f2a91c",
                "committedAt", local(Duration.ofHours(-3)), "documentation", "https://docs.example.com/refunds",
                "scripts", "https://git.example.com/deploy-refunds");
    }

    public void deliver(String key) {
        complete("build-engineer", key, "deliver-units", "deliver");
    }

    public void deliverUnits(String key) {
        deliverUnit(key);
        deliver(key);
    }

    // Test

    public void passTests(String key) {
        complete("test-manager", key, "assess-test-results", "pass", "critical", "0", "major", "0", "minor", "2",
                "report", "https://tests.example.com/42", "summary", "1,204 tests ran.");
    }

    public void failTests(String key) {
        complete("test-manager", key, "assess-test-results", "fail", "critical", "1", "major", "2", "minor", "0",
                "report", "https://tests.example.com/41", "summary", "1,204 tests ran.", "reason",
                "Refunds are booked twice.");
    }

    public void rehearseRollback(String key) {
        complete(DEPLOYER, key, "rehearse-rollback", "succeeded", "rehearsedAt", local(Duration.ofMinutes(-60)),
                "durationMinutes", "12", "notes", "");
    }

    public void failRehearsal(String key) {
        complete(DEPLOYER, key, "rehearse-rollback", "failed", "rehearsedAt", local(Duration.ofMinutes(-60)),
                "durationMinutes", "45", "notes", "The former schema did not fit.");
    }

    public void validate(String key) {
        passTests(key);
        rehearseRollback(key);
    }

    // Authorise

    public void requestChange(String key) {
        requestChange(key, "NORMAL", "");
    }

    public void requestChange(String key, String type, String standardChange) {
        complete(MANAGER, key, "request-change", "request", "type", type, "standardChange", standardChange,
                "implementationPlan", "By pipeline.", "verificationPlan", "Smoke tests.", "backOutPlan",
                "By the rollback plan.");
    }

    public void decideEmergency(String key, String by, String outcome) {
        complete(by, key, "authorise-emergency-change", outcome, "reason", "Customers cannot pay.");
    }

    public void reviewEmergency(String key) {
        complete("change-authority", key, "review-emergency-change", "record", "verdict", "JUSTIFIED", "findings",
                "Customers could not pay.", "prevention", "A test of the limits after midnight.");
    }

    public void authoriseChange(String key) {
        complete("change-authority", key, "authorise-change", "authorise", "conditions", "Not before 20:00.");
    }

    public void rejectChange(String key) {
        complete("change-authority", key, "authorise-change", "reject", "reason", "The branches are not told.");
    }

    public void askForMore(String key) {
        complete("change-authority", key, "authorise-change", "more-information", "reason", "Who watches at night?");
    }

    public void supplyInformation(String key) {
        complete(MANAGER, key, "supply-information", "supply", "answer", "Operations, from 20:00 to 06:00.");
    }

    public void authorise(String key) {
        requestChange(key);
        authoriseChange(key);
    }

    /**
     * Takes a registered release to the door of its deployment.
     * @param key the release's key
     */
    public void prepare(String key) {
        plan(key);
        deliverUnits(key);
        validate(key);
        authorise(key);
    }

    /**
     * Takes a release from its plan to the door of its deployment once more, with the
     * units that were delivered before.
     * @param key the release's key
     */
    public void prepareAgain(String key) {
        plan(key);
        deliver(key);
        validate(key);
        authorise(key);
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
                local(Duration.ofMinutes(-20)), "verifiedAt", local(Duration.ofMinutes(-15)));
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

    public void acceptHandover(String key, String step) {
        complete("operations", key, step, "exit", "criteria[0].met", "true", "criteria[1].met", "true",
                "criteria[2].met", "true", "criteria[3].met", "true", "handoverAccepted", "true");
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

    public void review(String key, String verdict) {
        holdReview(key, verdict);
        confirmReview(key);
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

    /**
     * Waits until a release has ended so.
     * @param key the release's key
     * @param status how it shall end
     * @return the release
     */
    public ReleaseDetails awaitStatus(String key, ReleaseStatus status) {
        return Awaitility.await(key + " becomes " + status)
            .until(() -> this.releases.get(key), (release) -> release.status() == status);
    }

    /**
     * Waits until the process offers a step.
     * @param key the release's key
     * @param step the step without its feature, such as {@code approve-plan}
     * @return its work item
     */
    public WorkItem await(String key, String step) {
        return this.steps.await(key, step, (item) -> true);
    }

    /**
     * Completes a step as somebody.
     * @param person who does it
     * @param key the release's key
     * @param step the step without its feature
     * @param outcome the button
     * @param fields names and values in turn; other fields stay as first shown
     */
    public void complete(String person, String key, String step, String outcome, Object... fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        values.put("outcome", outcome);
        this.steps.complete(person, key, step, values);
    }

    private String local(Duration fromNow) {
        Instant at = this.clock.instant().plus(fromNow).truncatedTo(ChronoUnit.MINUTES);
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

}
