package io.slipway.test;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.deployment.run.RunManagement;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plans releases in waves and takes them to the start of their deployment, and further
 * through what the four models ask. Test classes ask for it with
 * {@code @Autowired WaveDriver}.
 */
@Component
@Profile("test")
public class WaveDriver {

    private static final String PARALLEL = """
            points:
            - name: Payments
              grain: region
              tolerance: 0.05
              owner: operations
            clean_cycles: 1
            cycle_hours: 1
            cut_back_hours: 4
            """;

    private final ReleaseDriver driver;

    private final RunDriver run;

    private final RunManagement runs;

    private final Clock clock;

    WaveDriver(ReleaseDriver driver, RunDriver run, RunManagement runs, Clock clock) {
        this.driver = driver;
        this.run = run;
        this.runs = runs;
        this.clock = clock;
    }

    /** Takes a release to the start of its deployment in waves, which takes two hours. */
    public String start(String name, DeploymentModel model, String... waves) {
        // A big bang in haste: else the policy wants proofs that are no subject here.
        boolean emergency = model == DeploymentModel.BIG_BANG;
        String key = this.driver.register(name, emergency ? ReleaseType.EMERGENCY : ReleaseType.MINOR, model);
        plan(key, model, waves);
        this.driver.approvePlan(key, "stakeholder");
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        if (emergency) {
            this.driver.requestChange(key, "EMERGENCY", "");
            this.driver.decideEmergency(key, "change-authority-2", "authorise");
        }
        else {
            this.driver.authorise(key);
        }
        startPrepared(key);
        return key;
    }

    private void plan(String key, DeploymentModel model, String... waves) {
        this.driver.complete("release-manager", key, "complete-plan", "submit", "scope", "Refunds within a day.",
                "services", List.of(ReleaseDriver.service(key)), "plannedStart", local(Duration.ZERO), "plannedEnd",
                local(Duration.ofHours(2)), "rollbackCriteria", "Errors above one per cent.", "rollbackPlan",
                "Switch back to the former version.", "communicationPlan", "Mail to all branches the day before.",
                "supportDays", "7", "approvers", List.of("stakeholder", "stakeholder-2"), "waves",
                String.join("", waves), "parallel", (model == DeploymentModel.PARALLEL) ? PARALLEL : "");
    }

    private String local(Duration fromNow) {
        return LocalDateTime
            .ofInstant(this.clock.instant().plus(fromNow).truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
            .toString();
    }

    /** Starts a release whose change is authorised. */
    public void startPrepared(String key) {
        this.driver.announce(key);
        this.driver.decideGo(key);
        this.driver.confirmBackups(key);
        this.driver.startDeployment(key);
    }

    /** A wave as a plan's file has it. */
    public static String wave(String key, String... steps) {
        return "- key: " + key + "\n  name: Wave " + key + "\n  targets: [" + key + "]\n  steps:\n"
                + String.join("", steps);
    }

    /** A step that takes ten minutes, and as long to be taken back. */
    public static String step(String key, @Nullable String back) {
        String step = "  - key: " + key + "\n    name: Step " + key + "\n    kind: manual\n    minutes: 10\n";
        return (back == null) ? step : step + "    way_back:\n      how: '" + back + "'\n      minutes: 10\n";
    }

    /** A step that follows another one. */
    public static String after(String key, String other, @Nullable String back) {
        return step(key, back) + "    after:\n    - step: " + other + "\n";
    }

    /** A step after which nothing can be taken back. */
    public static String last(String key) {
        return step(key, null) + "    point_of_no_return: true\n";
    }

    /** The latest run of a release. */
    public long live(String key) {
        return this.runs.ofRelease(key).get(0).id();
    }

    /** Does a step of the way, whose form is named. */
    public void act(String key, String form, String outcome, String... fields) {
        this.run.act(key, form, "", outcome, fields);
    }

    /** Has a step fail, and decides what becomes of it. */
    public void fail(String key, String step, String decision) {
        this.run.fail(key, step);
        this.run.decide(key, step, decision);
    }

    public void takeBack(String key, String step) {
        this.run.act(key, "take-step-back", "Step " + step, "done", "reason", "Checked by hand.");
    }

    /** Compares both systems for one region. */
    public void compare(String key, String before, String now, String... more) {
        String[] fields = { "totals[0].grain", "North", "totals[0].oldSystem", before, "totals[0].newSystem", now };
        String[] all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        this.run.act(key, "reconcile-systems", "", "reconciled", all);
    }

    /** The service owner decides on the cut-over. */
    public void cutOver(String key, String outcome) {
        this.driver.complete("service-owner", key, "decide-on-cut-over", outcome, "reason", "As agreed.");
    }

}
