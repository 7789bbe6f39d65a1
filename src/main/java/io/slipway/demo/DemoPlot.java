package io.slipway.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import io.slipway.change.ChangeManagement;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportStatus;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.review.ReviewManagement;
import io.slipway.validation.ValidationManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The chapters through which the demo people take a release: each does what its phase
 * asks for, as the right person. Times are UTC, like the demo people's zone.
 */
@Component
@Profile("demo")
class DemoPlot {

    private static final String MANAGER = "release-manager";

    private static final String DEPLOYER = "deployment-manager";

    private static final String OUTCOME = "outcome";

    private static final String REASON = "reason";

    /** What else the sample plan holds, so that every part of a plan can be seen. */
    private static final Map<String, String> SAMPLE = Map.ofEntries(Map.entry("items", "payments-db"),
            Map.entry("dependencies[0].kind", "LIVE_BEFORE"),
            Map.entry("dependencies[0].release", DemoRelease.CONTRAST.key()),
            Map.entry("dependencies[1].kind", "NOT_TOGETHER"),
            Map.entry("dependencies[1].release", DemoRelease.SIGN_UP.key()),
            Map.entry("announcements[0].audience", "service-owner, operations, branches@example.com"),
            Map.entry("announcements[0].channel", "MAIL"), Map.entry("announcements[0].amount", "7"),
            Map.entry("announcements[0].unit", "DAYS"), Map.entry("announcements[0].when", "BEFORE_START"),
            Map.entry("announcements[0].text",
                    "Business customers get instant payments. The manual is in the branch portal."),
            Map.entry("announcements[1].audience", "stakeholder, operations"),
            Map.entry("announcements[1].channel", "PORTAL"), Map.entry("announcements[1].amount", "30"),
            Map.entry("announcements[1].unit", "MINUTES"), Map.entry("announcements[1].when", "AFTER_END"),
            Map.entry("announcements[1].text", "Instant payments are live for business customers."));

    private final ReleaseManagement releases;

    private final ChangeManagement changes;

    private final DemoEvidence evidence;

    private final DemoBoms boms;

    private final DemoDocuments documents;

    private final DemoPaperwork paperwork;

    private final Acting acting;

    private final Clock clock;

    private final CurrentPlans current;

    private final EarlyLifeManagement earlyLife;

    private final ValidationManagement validation;

    private final ReviewManagement reviews;

    DemoPlot(ReleaseManagement releases, ChangeManagement changes, DemoEvidence evidence, DemoBoms boms,
            DemoDocuments documents, DemoPaperwork paperwork, Acting acting, Clock clock, CurrentPlans current,
            EarlyLifeManagement earlyLife, ValidationManagement validation, ReviewManagement reviews) {
        this.releases = releases;
        this.changes = changes;
        this.evidence = evidence;
        this.boms = boms;
        this.documents = documents;
        this.paperwork = paperwork;
        this.acting = acting;
        this.clock = clock;
        this.current = current;
        this.earlyLife = earlyLife;
        this.validation = validation;
        this.reviews = reviews;
    }

    void register(DemoRelease release) {
        this.acting.as(MANAGER, () -> this.releases.register(new RegisterRelease(release.key(), release.name(),
                release.type(), release.model(), release.services())));
    }

    void writePlan(DemoRelease release, String button) {
        // What goes live in this story starts within its authorised time.
        long days = Math.max(0, release.startsInDays());
        writePlan(release, now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), button);
    }

    void writePlan(DemoRelease release, Instant start, String button) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("scope", release.scope());
        plan.put("plannedStart", local(start));
        plan.put("plannedEnd", local(start.plus(4, ChronoUnit.HOURS)));
        plan.put("rollbackCriteria", release.criteria());
        plan.put("rollbackPlan", """
                1. Stop the rollout and switch traffic back to the former version.
                2. Restore the schema from the backup taken before the start.
                3. Run the smoke tests against the former baseline.
                4. Tell the service desk and the stakeholders.""");
        plan.put("communicationPlan", """
                Service desk and branches: two days before, by mail.
                Customers: banner on the pages, one day before.
                Stakeholders: an hour before the start and after verification, by mail.""");
        plan.put("supportDays", (release.type() == ReleaseType.EMERGENCY) ? "5" : "21");
        plan.put("approvers", List.of("stakeholder", "stakeholder-2"));
        plan.put("backups", "Databases of the services: full backup before the start, kept for 30 days in vault B.");
        if (release == DemoRelease.INSTANT_PAYMENTS) {
            plan.putAll(SAMPLE);
            plan.put("people", List.of("operations:operations", "service-owner:service-owner"));
        }
        plan.put("waves", DemoWaves.of(release));
        complete(MANAGER, release, "complete-plan", button, plan);
    }

    void approve(DemoRelease release, String stakeholder) {
        complete(stakeholder, release, "approve-plan", "approve", Map.of());
    }

    /**
     * Whom the policy asks besides the stakeholders; each demo person is named after the
     * role.
     */
    void approveAsOthers(DemoRelease release) {
        PlanPolicy policy = this.current.of(release.key()).policy();
        if (policy != null) {
            policy.approvals()
                .stream()
                .filter((rule) -> rule.role() != Role.STAKEHOLDER)
                .forEach((rule) -> approve(release, rule.role().id()));
        }
    }

    void reject(DemoRelease release, String stakeholder, String reason) {
        complete(stakeholder, release, "approve-plan", "reject", Map.of(REASON, reason));
    }

    void deliverUnit(DemoRelease release, String unit) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
            .create((release.key() + unit).hashCode());
        String version = "%d.%d.%d".formatted(1 + random.nextInt(8), random.nextInt(20), random.nextInt(10));
        complete("build-engineer", release, "deliver-units", "add-unit",
                Map.of("name", unit, "version", version, "artifact",
                        "https://artifacts.example.com/%1$s/%2$s/%1$s-%2$s.tar.gz".formatted(unit, version), "digest",
                        hexadecimal(random, 32), "commit", hexadecimal(random, 20), "committedAt",
                        local(now().minus(1 + random.nextInt(90), ChronoUnit.HOURS)), "documentation",
                        "https://docs.example.com/releases/" + release.key(), "scripts",
                        "https://git.example.com/deploy/" + release.key()));
    }

    void build(DemoRelease release) {
        release.units().forEach((unit) -> deliverUnit(release, unit));
        if (this.evidence.delivers(release)) {
            deliverBoms(release);
        }
        this.evidence.deliver(release);
        deliver(release);
    }

    /** Builds a package whose acceptance tests fail in what somebody then lets pass. */
    void buildFailing(DemoRelease release, List<String> failures) {
        release.units().forEach((unit) -> deliverUnit(release, unit));
        deliverBoms(release);
        this.evidence.deliver(release, failures);
        deliver(release);
    }

    void deliverBoms(DemoRelease release) {
        this.boms.deliver(release);
    }

    void upload(DemoRelease release) {
        this.documents.upload(release);
    }

    void deliver(DemoRelease release) {
        complete("build-engineer", release, "deliver-units", "deliver", Map.of());
    }

    void assess(DemoRelease release, int major, String button, String reason) {
        Map<String, Object> values = new HashMap<>(
                Map.of("critical", "0", "major", Integer.toString(major), "minor", "3", REASON, reason));
        if (!this.evidence.delivers(release)) {
            values.put("report", "https://tests.example.com/" + release.key());
            values.put("summary",
                    "1,284 tests in unit, integration and acceptance; three minor findings are accepted.");
        }
        complete("test-manager", release, "assess-test-results", button, values);
    }

    void passTests(DemoRelease release) {
        assess(release, 0, "pass", "");
    }

    /** Where the policy asks for it. */
    void rehearse(DemoRelease release) {
        if (this.validation.rehearsalAsked(this.releases.get(release.key()))) {
            rehearse(release, "succeeded", "");
        }
    }

    void rehearse(DemoRelease release, String button, String notes) {
        complete(DEPLOYER, release, "rehearse-rollback", button,
                Map.of("rehearsedAt", local(now().minus(1, ChronoUnit.HOURS)), "durationMinutes", "24", "notes",
                        notes.isEmpty() ? "Rehearsed on staging with last night's copy of production." : notes));
    }

    void askForWaiver(DemoRelease release) {
        this.acting.as("test-manager", () -> this.paperwork.await(release.key(), "assess-test-results"));
        this.evidence.askForWaiver(release);
    }

    void requestChange(DemoRelease release, String remark) {
        complete(MANAGER, release, "request-change", "request",
                Map.of("title", release.name(), "riskRemark", remark, "implementationPlan",
                        "Deploy the package by pipeline in the agreed window, watch for one hour.", "verificationPlan",
                        "Smoke tests, error rate and response times against yesterday's.", "backOutPlan",
                        "The rollback plan of the release."));
    }

    void decideChange(DemoRelease release, String person, String button, String reason) {
        String step = (release.type() == ReleaseType.EMERGENCY) ? "authorise-emergency-change" : "authorise-change";
        complete(person, release, step, button, Map.of(REASON, reason));
    }

    /** Both members of the board vote where the policy asks for two votes. */
    void authorise(DemoRelease release) {
        decideChange(release, "change-authority", "authorise", "");
        if (!this.changes.isAuthorised(release.key())) {
            decideChange(release, "change-authority-2", "authorise", "");
        }
    }

    void answer(DemoRelease release, String answer) {
        complete(MANAGER, release, "supply-information", "supply", Map.of("answer", answer));
    }

    void validateAndAuthorise(DemoRelease release) {
        passTests(release);
        rehearse(release);
        requestChange(release, "The rollback is rehearsed.");
        authorise(release);
    }

    void announce(DemoRelease release) {
        complete(MANAGER, release, "announce-deployment", "announced",
                Map.of("audience", "Service desk, branches, stakeholders", "channel", "E-mail and banner",
                        "announcedAt", local(now().minus(30, ChronoUnit.MINUTES))));
    }

    void decideGo(DemoRelease release, String button, String reason) {
        complete(DEPLOYER, release, "decide-go-no-go", button, Map.of(REASON, reason));
    }

    void resolveNoGo(DemoRelease release, String reason) {
        complete(MANAGER, release, "resolve-no-go", "ready", Map.of(REASON, reason));
    }

    void confirmBackups(DemoRelease release) {
        complete(DEPLOYER, release, "confirm-backups", "confirmed",
                Map.of("location", "Vault B, set " + release.key(), "takenAt",
                        local(now().minus(20, ChronoUnit.MINUTES)), "verifiedAt",
                        local(now().minus(10, ChronoUnit.MINUTES)), "covers", release.services()));
    }

    void deploy(DemoRelease release, String button, String notes) {
        complete(DEPLOYER, release, "start-deployment", "start", Map.of());
        finish(release, button, notes);
    }

    void finish(DemoRelease release, String button, String notes) {
        complete(DEPLOYER, release, "deploy-package", button, Map.of("finishedAt", local(now()), "notes", notes));
    }

    void verify(DemoRelease release, String button, String checks) {
        complete(DEPLOYER, release, "verify-deployment", button, Map.of("checks", checks));
    }

    void decideOnFailure(DemoRelease release, String button, String reason) {
        complete(DEPLOYER, release, "decide-on-failure", button, Map.of(REASON, reason));
    }

    void rollBack(DemoRelease release) {
        complete(DEPLOYER, release, "roll-back-release", "restored", Map.of("finishedAt", local(now()), "baseline",
                "The former versions of " + String.join(" and ", release.units()) + " run again; smoke tests pass."));
    }

    void goLive(DemoRelease release) {
        announce(release);
        decideGo(release, "go", "");
        confirmBackups(release);
        deploy(release, "succeeded", "");
        verify(release, "verified", "Smoke tests pass; error rate and response times are as yesterday.");
    }

    void extendSupport(DemoRelease release, String reason) {
        complete("operations", release, "watch-release", "extend", Map.of("days", "3", REASON, reason));
    }

    void endSupport(DemoRelease release) {
        endSupport(release, "watch-release", "Nothing was reported in the first days.");
        if (this.earlyLife.ofRelease(release.key()).orElseThrow().status() == SupportStatus.ENDING) {
            complete("service-owner", release, "decide-on-early-end", "end",
                    Map.of(REASON, "The team is needed for the next release; operations knows what to look at."));
        }
    }

    void endSupport(DemoRelease release, String step, String reason) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            values.put("criteria[" + i + "].met", "true");
        }
        values.put("handoverAccepted", "true");
        values.put(REASON, reason);
        complete("operations", release, step, "exit", values);
    }

    /** A review is held where one is asked for. */
    void review(DemoRelease release, String verdict, String happened, String lessons) {
        if (this.reviews.asked(this.releases.get(release.key()))) {
            holdReview(release, verdict, happened, lessons);
            complete("service-owner", release, "confirm-review", "confirm", Map.of());
        }
        confirmConfiguration(release);
    }

    void holdReview(DemoRelease release, String verdict, String happened, String lessons) {
        complete(MANAGER, release, "hold-review", "hold",
                Map.of("verdict", verdict, "intended", release.scope(), "happened", happened, "lessons", lessons));
    }

    void confirmConfiguration(DemoRelease release) {
        complete("configuration-manager", release, "confirm-configuration", "confirm", Map.of("confirmed", "true",
                "updates", "Versions of " + String.join(" and ", release.units()) + " recorded."));
    }

    void cancel(DemoRelease release, String reason) {
        this.acting.as("stakeholder", () -> this.paperwork.await(release.key(), "approve-plan"));
        this.acting.as(MANAGER, () -> this.releases.cancel(release.key(), reason));
    }

    void complete(String person, DemoRelease release, String step, String button, Map<String, ?> values) {
        Map<String, Object> fields = new HashMap<>(values);
        fields.put(OUTCOME, button);
        this.paperwork.complete(person, release.key(), step, fields);
    }

    private Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String hexadecimal(RandomGenerator random, int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

}
