package io.slipway.planning.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.LinkKind;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.PipelineCall;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.ReconciliationPoint;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.StepReturn;
import io.slipway.planning.wave.StepWork;
import io.slipway.planning.wave.Wave;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan goes into its file and back without loss; what is no plan is refused by line.
 */
class PlanYamlTests {

    private static final String[] PIECES = { "word", " ", "  ", "\n", "\n\n", "\t", "# no comment", ": ", "- ", "'",
            "\"", "\\", "yes", "null", "~", "1.10", "0x1F", "2026-12-05", "é", "日本語", "\uD83D\uDE80", "{a: b}", "[x]",
            "&anchor", "*alias", "|", ">", "%", "@", "`", "\u00a0", "\u2028", "\u0085", "!tag", "trailing " };

    private final Random random = new Random(42);

    @Test
    void losesNothing() {
        for (int i = 0; i < 500; i++) {
            Plan plan = plan();
            String yaml = PlanYaml.write(plan);
            assertThat(PlanYaml.read(yaml)).as(yaml).isEqualTo(plan);
            assertThat(PlanYaml.digest(PlanYaml.read(yaml))).isEqualTo(PlanYaml.digest(plan));
        }
    }

    @Test
    void tellsOnlyTheStepsThatDiffer() {
        Plan before = PlanYaml.read(file("waves: [{key: a, name: A, steps: [{key: x, name: X, kind: manual}, "
                + "{key: y, name: Y, kind: timer, minutes: 5, after: [{step: x, lag: 2}]}]}]"));
        Plan after = PlanYaml.read(PlanYaml.write(before).replace("minutes: 5", "minutes: 10"));
        PlanChange change = PlanParts.difference(before, after).get(0);
        assertThat(change.before()).isEqualTo("a, y: Y; timer by deployment-manager; 5 min; after x and 2 min");
        assertThat(change.after()).isEqualTo("a, y: Y; timer by deployment-manager; 10 min; after x and 2 min");
        Plan turned = before.withDeployment(new Plan.Deployment(List.of(before.deployment()
            .waves()
            .get(0)
            .withSteps(List.of(before.deployment().waves().get(0).steps().get(1),
                    before.deployment().waves().get(0).steps().get(0)))),
                null));
        assertThat(PlanParts.difference(before, turned).get(0).after()).isEqualTo("wave 1, a: A; steps y, x");
    }

    @Test
    void changesTheDigestWithEveryPart() {
        Plan plan = PlanYaml.read(file("scope: Refunds"));
        assertThat(PlanYaml.digest(plan)).hasSize(64)
            .isEqualTo(PlanYaml.digest(PlanYaml.read(file("scope: \"Refunds\""))))
            .isNotEqualTo(PlanYaml.digest(PlanYaml.read(file("scope: Refunds!"))))
            .isNotEqualTo(PlanYaml.digest(PlanYaml.read(file("scope: Refunds\nschema_change: true"))));
    }

    @Test
    void readsWhatPeopleWrite() {
        Plan plan = PlanYaml.read(
                file("""
                        services: [Payments, Accounts]
                        planned_start: 2026-12-05T07:00:00+01:00
                        scope: 2026
                        announcements:
                          - {audience: [stakeholder, all@example.com], channel: status_page, anchor: end, minutes: -30, text: Done}
                        """));
        assertThat(plan.times().plannedStart()).isEqualTo(Instant.parse("2026-12-05T06:00:00Z"));
        assertThat(plan.scope().services()).containsExactly("Accounts", "Payments");
        assertThat(plan.scope().scope()).isEqualTo("2026");
        assertThat(plan.support().supportDays()).isEqualTo(7);
        assertThat(plan.communication().announcements()).containsExactly(new Announcement(
                List.of("stakeholder", "all@example.com"), Channel.STATUS_PAGE, Anchor.END, -30, "Done"));
    }

    @Test
    void refusesUnknownNamesByLineWithTheKnownOnes() {
        InvalidInputException refusal = refusal(file("scoop: Refunds"));
        assertThat(refusal.code()).isEqualTo("planning.plan-file.unknown");
        assertThat(refusal.arguments()).startsWith(4).contains("scoop");
        assertThat(refusal.arguments()[3].toString()).contains("scope", "rollback_plan", "planned_start");
    }

    @Test
    void refusesWrongValuesByLineWithTheAllowedOnes() {
        InvalidInputException word = refusal("name: Cards\ntype: tiny\nmodel: phased\n");
        assertThat(word.code()).isEqualTo("planning.plan-file.value");
        assertThat(word.arguments()).startsWith(2).endsWith("tiny", "major, minor, emergency");
        assertThat(refusal(file("planned_start: tomorrow")).arguments()).startsWith(4)
            .endsWith("tomorrow", "2026-12-05T06:00:00Z");
        assertThat(refusal(file("support_days: many")).arguments()).startsWith(4).endsWith("many", "a whole number");
        assertThat(refusal(file("schema_change: maybe")).arguments()).startsWith(4).endsWith("maybe", "true, false");
        assertThat(refusal(file("scope: [a, b]")).arguments()).startsWith(4).endsWith("[...]", "text");
        assertThat(refusal(file("services: Payments")).arguments()).startsWith(4);
        assertThat(refusal(file("support_days: 7.5")).arguments()).startsWith(4);
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThat(refusal(file("scope: a\nscope: b")).arguments()).startsWith(5);
        assertThat(refusal(file("scope: \"open")).code()).isEqualTo("planning.plan-file.malformed");
        assertThat(refusal("- a\n- b\n").code()).isEqualTo("planning.plan-file.malformed");
        assertThat(refusal("type: minor\nmodel: phased\n").code()).isEqualTo("planning.plan-file.malformed");
        assertThat(refusal("").field()).isEqualTo("file");
        assertThat(refusal(file("scope: &a x")).code()).isEqualTo("planning.plan-file.alias");
        assertThat(refusal(file("scope: *a")).code()).isEqualTo("planning.plan-file.alias");
        assertThat(refusal(file("scope: a\n---\nname: b")).code()).isEqualTo("planning.plan-file.documents");
        assertThat(refusal(file("scope: " + "[".repeat(2000))).code()).isEqualTo("planning.plan-file.deep");
        assertThat(refusal("#".repeat(PlanYaml.LONGEST + 1)).code()).isEqualTo("planning.plan-file.too-long");
    }

    @Test
    void keepsTheTextOfPlansWithoutWaves() {
        assertThat(PlanYaml.write(PlanYaml.read(file("scope: Refunds")))).isEqualTo("""
                name: "Cards"
                type: "minor"
                model: "phased"
                environment: "production"
                scope: "Refunds"
                services: []
                configuration_items: []
                schema_change: false
                planned_start: null
                planned_end: null
                dependencies: []
                rollback_criteria: ""
                rollback_plan: ""
                backups: ""
                communication_plan: ""
                announcements: []
                support_days: 7
                approvers: []
                people: []
                """);
    }

    @Test
    void readsWavesWithTheLeastThatPeopleWrite() {
        Plan.Deployment deployment = PlanYaml
            .read(file(
                    """
                            waves:
                              - key: pilot
                                name: Pilot
                                percent: 5
                                steps:
                                  - {key: stop, name: Stop the queue, kind: manual}
                                  - {key: deploy, name: Deploy, kind: pipeline, after: [{step: stop}], work: {pipeline: {pipeline: pay}}}
                                bake: {checks: [{name: Errors, kind: prometheus, failure: "> 1", limits: {count: 3}}]}
                            parallel: {points: [{name: Open items}], cycle_hours: 24}
                            """))
            .deployment();
        Wave wave = deployment.waves().get(0);
        assertThat(wave.bake().minutes()).isZero();
        assertThat(wave.bake().checks()).containsExactly(new CheckRule("Errors", CheckKind.PROMETHEUS, "", "", "",
                "> 1", new CheckLimits(30, 0, 3, 0, 0, 0, 0)));
        assertThat(wave.steps()).containsExactly(
                new PlannedStep("stop", "Stop the queue", StepKind.MANUAL, Role.DEPLOYMENT_MANAGER, "", 0, List.of(),
                        null, false, false, null, StepWork.NONE),
                new PlannedStep("deploy", "Deploy", StepKind.PIPELINE, Role.DEPLOYMENT_MANAGER, "", 0,
                        List.of(new StepLink("stop", LinkKind.FINISH_START, 0)), null, false, false, null,
                        new StepWork("", "", "", new PipelineCall("pay", "", Map.of()), null)));
        assertThat(deployment.parallel())
            .isEqualTo(new ParallelRun(List.of(new ReconciliationPoint("Open items", "", 0.0, "")), 0, 24, 0));
        assertThat(refusal(file("waves:\n  - key: pilot\n    name: Pilot\n    steps: [{key: a, name: A}]")).arguments())
            .startsWith(7);
        assertThat(refusal(file("waves:\n  - key: pilot\n    name: Pilot\n    prozent: 5")).arguments()).startsWith(7);
    }

    @Test
    void holdsAThousandSteps() {
        List<PlannedStep> steps = Stream.generate(this::step).limit(1000).toList();
        Plan plan = PlanYaml.read(file("")).withDeployment(new Plan.Deployment(List.of(wave().withSteps(steps)), null));
        assertThat(PlanYaml.read(PlanYaml.write(plan))).isEqualTo(plan);
    }

    private static String file(String more) {
        return "name: Cards\ntype: minor\nmodel: phased\n" + more + "\n";
    }

    private static InvalidInputException refusal(String text) {
        try {
            PlanYaml.read(text);
        }
        catch (InvalidInputException ex) {
            return ex;
        }
        throw new AssertionError("Not refused: " + text.lines().limit(5).toList());
    }

    private Plan plan() {
        return new Plan(
                new Plan.Scope(text(), any(ReleaseType.values()), any(DeploymentModel.values()), text(),
                        some(this::text), some(() -> "item-" + number()), "staging", this.random.nextBoolean()),
                new Plan.Times(this.random.nextBoolean() ? null : Instant.ofEpochMilli(this.random.nextLong(1L << 41)),
                        Instant.ofEpochSecond(this.random.nextInt()),
                        some(() -> new Dependency(any(DependencyKind.values()), "PAY-" + number()))),
                new Plan.Deployment(few(this::wave), this.random.nextBoolean() ? null : parallel()),
                new Plan.WayBack(text(), text(), text()),
                new Plan.Communication(text(),
                        some(() -> new Announcement(List.of("auditor", "a" + number() + "@example.com"),
                                any(Channel.values()), any(Anchor.values()), number() - 500, text()))),
                new Plan.Support(number()), new Plan.People(some(this::text),
                        some(() -> new PlannedPerson(any(Role.values()), "user-" + number()))));
    }

    private Wave wave() {
        CheckRule traffic = this.random.nextBoolean() ? null : check();
        return new Wave("wave-" + number(), text(), some(this::text), this.random.nextBoolean() ? null : number(),
                few(this::step), new Bake(this.random.nextInt(2), traffic, few(this::check)));
    }

    private PlannedStep step() {
        return new PlannedStep("step-" + number(), text(), any(StepKind.values()), any(Role.values()), text(), number(),
                some(() -> new StepLink("step-" + number(), any(LinkKind.values()), this.random.nextInt(3))),
                this.random.nextBoolean() ? null : Instant.ofEpochMilli(this.random.nextLong(1L << 41)),
                this.random.nextBoolean(), this.random.nextBoolean(),
                this.random.nextBoolean() ? null : new StepReturn(text(), this.random.nextInt(2)), work());
    }

    private StepWork work() {
        PipelineCall call = this.random.nextBoolean() ? null
                : new PipelineCall(text(), text(), Map.of("yes", text(), "input " + number(), text()));
        return new StepWork(text(), text(), text(), call, this.random.nextBoolean() ? null : check());
    }

    private CheckRule check() {
        CheckLimits limits = this.random.nextBoolean() ? CheckLimits.ONCE
                : new CheckLimits(number(), number(), number(), number() - 1, number(), number(), number());
        return new CheckRule(text(), any(CheckKind.values()), text(), text(), text(), text(), limits);
    }

    private ParallelRun parallel() {
        return new ParallelRun(
                some(() -> new ReconciliationPoint(text(), text(), this.random.nextInt(4) / 3.0, text())),
                this.random.nextInt(2), number(), number());
    }

    private String text() {
        return String.join("", some(() -> any(PIECES)));
    }

    private int number() {
        return this.random.nextInt(1000);
    }

    private <T> T any(T[] values) {
        return values[this.random.nextInt(values.length)];
    }

    private <T> List<T> few(Supplier<T> make) {
        return Stream.generate(make).limit(this.random.nextInt(3)).toList();
    }

    private <T> List<T> some(Supplier<T> make) {
        List<T> all = new ArrayList<>();
        for (int i = this.random.nextInt(8); i > 0; i--) {
            all.add(make.get());
        }
        return all;
    }

}
