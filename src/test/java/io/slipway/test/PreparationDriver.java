package io.slipway.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Acting;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.validation.ValidationManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import org.awaitility.Awaitility;

/**
 * The first half of a release's life, up to the door of its deployment, and how every
 * step is done.
 */
abstract class PreparationDriver {

    static final String MANAGER = "release-manager";

    static final String DEPLOYER = "deployment-manager";

    private static final String DIGEST = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";

    final ReleaseManagement releases;

    private final ConfigurationManagement configuration;

    private final ValidationManagement validation;

    private final StepDriver steps;

    final Acting acting;

    private final Clock clock;

    PreparationDriver(ReleaseManagement releases, ConfigurationManagement configuration,
            ValidationManagement validation, StepDriver steps, Acting acting, Clock clock) {
        this.releases = releases;
        this.configuration = configuration;
        this.validation = validation;
        this.steps = steps;
        this.acting = acting;
        this.clock = clock;
    }

    /** Registers a minor release, to which the portal gives a key. */
    public String register(String name) {
        return register(name, ReleaseType.MINOR, DeploymentModel.PHASED);
    }

    /**
     * Registers a release of any kind.
     * @return its key, given by the portal
     */
    public String register(String name, ReleaseType type, DeploymentModel model) {
        return this.acting.as(MANAGER,
                () -> this.releases.register(new RegisterRelease(null, name, type, model, List.of())));
    }

    /**
     * Registers a release that corrects an urgent fault; its change is an emergency.
     * @param name its name
     * @return its key, given by the portal
     */
    public String registerEmergency(String name) {
        return register(name, ReleaseType.EMERGENCY, DeploymentModel.PHASED);
    }

    /**
     * Registers a minor, continuous release of a service on which little depends.
     * @return its key, given by the portal
     */
    public String registerSmall(String name) {
        String key = register(name, ReleaseType.MINOR, DeploymentModel.CONTINUOUS);
        this.acting.as("configuration-manager", () -> this.configuration.register(key.toLowerCase(Locale.ROOT),
                new ItemProfile(service(key), ItemType.SERVICE, Criticality.LOW, "service-owner", "")));
        return key;
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

    /**
     * Hands over past the form, as where something is taken out of the package at the
     * same moment.
     */
    public void deliverWithGaps(String key) {
        this.steps.complete("build-engineer", await(key, "deliver-units"), Outcome.of("deliver"));
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

    /** Passes the tests, and rehearses the rollback where the policy asks for it. */
    public void validate(String key) {
        passTests(key);
        if (this.validation.rehearsalAsked(this.releases.get(key))) {
            rehearseRollback(key);
        }
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

    /** What people had to type on a release, each as its step and field. */
    public List<String> typed(String key) {
        return this.steps.typed(key);
    }

    /** Has somebody take a step. */
    public void claim(String person, String key, String step) {
        this.steps.claim(person, await(key, step).id());
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

    final String local(Duration fromNow) {
        Instant at = this.clock.instant().plus(fromNow).truncatedTo(ChronoUnit.MINUTES);
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

}
