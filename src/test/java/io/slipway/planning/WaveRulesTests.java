package io.slipway.planning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InputProblem;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanTemplates;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.DeploymentModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

/**
 * Waves that could not be done are refused at their row, when a plan is saved or, for
 * mere gaps, when it is submitted.
 */
class WaveRulesTests {

    private final PersonDirectory people = Mockito.mock(PersonDirectory.class);

    private final WaveRules rules = new WaveRules(this.people);

    @BeforeEach
    void knowPeople() {
        given(this.people.find(anyString())).willReturn(Optional.empty());
        Optional<PersonSummary> olga = Optional.of(person("olga", true, Role.OPERATIONS));
        Optional<PersonSummary> gone = Optional.of(person("gone", false, Role.OPERATIONS));
        given(this.people.find("olga")).willReturn(olga);
        given(this.people.find("gone")).willReturn(gone);
    }

    private static PersonSummary person(String name, boolean enabled, Role role) {
        return new PersonSummary(name, name, name + "@example.com", enabled, Set.of(role));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    percent: 5, steps: [{key: a, name: A, kind: manual}]                                  | -
                    steps: [{key: a b, name: A, kind: manual}]                                            | waves[0].steps[0] planning.waves.key
                    steps: [{key: a, name: "", kind: manual}]                                             | waves[0].steps[0] planning.waves.name
                    steps: [{key: a, name: A, kind: manual}, {key: a, name: B, kind: manual}]             | waves[0].steps[1] planning.waves.step.twice
                    steps: [{key: a, name: A, kind: manual, minutes: 20000}]                              | waves[0].steps[0] planning.waves.step.minutes
                    steps: [{key: a, name: A, kind: manual, after: [{step: a}]}]                          | waves[0] planning.waves.circle
                    steps: [{key: a, name: A, kind: manual, after: [{step: x}]}]                          | waves[0].steps[0] planning.waves.link.unknown
                    steps: [{key: a, name: A, kind: manual, after: [{step: z}]}]                          | waves[0].steps[0] planning.waves.link.wave
                    steps: [{key: a, name: A, kind: manual, person: nobody}]                              | waves[0].steps[0] planning.waves.person.unknown
                    steps: [{key: a, name: A, kind: manual, person: gone, role: operations}]              | waves[0].steps[0] planning.waves.person.disabled
                    steps: [{key: a, name: A, kind: manual, person: olga}]                                | waves[0].steps[0] planning.waves.person.role
                    steps: [{key: a, name: A, kind: manual, person: olga, role: operations}]              | -
                    steps: [{key: a, name: A, kind: manual, not_before: "2026-12-05T09:00:01Z"}]          | waves[0].steps[0] planning.waves.time.outside
                    percent: 0                                                                            | waves[0] planning.waves.percent
                    percent: 101                                                                          | waves[0] planning.waves.percent
                            bake: {minutes: -1}                                                                   | waves[0] planning.waves.bake.minutes
                    bake: {checks: [{name: E, kind: http, query: /, failure: "about 3"}]}                 | waves[0] planning.waves.check.condition
                    bake: {checks: [{name: E, kind: http, query: /, limits: {interval: 5}}]}              | waves[0] planning.waves.check.limits
                    bake: {checks: [{name: E, kind: http, query: /, limits: {failures: -2}}]}             | waves[0] planning.waves.check.limits
                    bake: {checks: [{name: E, kind: http, query: /}, {name: E, kind: alerts, query: a}]}  | waves[0] planning.waves.checks.twice
                    """)
    void refusesAtItsRow(String wave, String refused) {
        Plan plan = plan("phased", "waves:\n  - {key: one, name: One, " + wave
                + "}\n  - {key: two, name: Two, percent: 100, steps: [{key: z, name: Z, kind: manual}]}");
        assertThat(saved(plan)).containsExactlyElementsOf(refused.equals("-") ? List.of() : List.of(refused));
    }

    @Test
    void refusesSharesThatFall() {
        assertThat(saved(plan("phased",
                "waves: [{key: a, name: A, percent: 60}, {key: b, name: B}, {key: c, name: C, percent: 50}]")))
            .containsExactly("waves[2] planning.waves.percent.falls");
    }

    @Test
    void namesTheCircle() {
        Plan plan = plan("big_bang", """
                waves:
                  - key: one
                    name: One
                    steps:
                      - {key: a, name: A, kind: manual, after: [{step: b}]}
                      - {key: b, name: B, kind: manual, after: [{step: a, kind: start_start}]}
                """);
        InputCheck check = new InputCheck();
        this.rules.checkSaved(plan, check);
        assertThat(check.problems()).hasSize(1);
        assertThat(check.problems().get(0).field()).isEqualTo("waves[0]");
        assertThat(check.problems().get(0).arguments()).containsExactly("One", "a \u2192 b \u2192 a");
    }

    @Test
    void refusesOverlappingFixedTimesOfOnePerson() {
        String step = "{key: %s, name: %s, kind: manual, role: operations, person: olga, minutes: 30, not_before: \"%s\"}";
        String steps = "waves: [{key: one, name: One, steps: [" + String.format(step, "a", "A", "2026-12-05T07:00:00Z")
                + ", " + String.format(step, "b", "B", "%s") + "]}]";
        assertThat(saved(plan("big_bang", steps.formatted("2026-12-05T07:29:00Z"))))
            .containsExactly("waves[0].steps[1] planning.waves.time.overlaps");
        assertThat(saved(plan("big_bang", steps.formatted("2026-12-05T07:30:00Z")))).isEmpty();
    }

    @Test
    void refusesMoreThanCanBeRun() {
        assertThat(saved(plan("phased", "waves:\n" + many(51, "  - {key: w%1$d, name: W}\n"))))
            .containsExactly("waves planning.waves.too-many");
        assertThat(saved(plan("phased",
                "waves:\n  - key: one\n    name: One\n    steps:\n"
                        + many(1001, "      - {key: s%1$d, name: S, kind: manual}\n"))))
            .containsExactly("waves planning.waves.too-many");
    }

    private static String many(int times, String text) {
        return IntStream.range(0, times).mapToObj((i) -> String.format(text, i)).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {key: a, name: A, kind: pipeline}                                                            | pipeline
            {key: a, name: A, kind: check}                                                               | check
            {key: a, name: A, kind: timer}                                                               | timer
            {key: a, name: A, kind: communication}                                                       | message
            {key: a, name: A, kind: check, work: {check: {name: C, kind: prometheus, query: up}}}        | condition
            {key: a, name: A, kind: check, work: {check: {name: C, kind: http}}}                         | query
            {key: a, name: A, kind: manual, after: [{step: m}]}                                          | way-back
            {key: a, name: A, kind: manual, after: [{step: m}], optional: true}                          | -
            {key: a, name: A, kind: manual, after: [{step: m}], way_back: {how: ""}}                     | -
            {key: a, name: A, kind: manual}                                                              | -
            """)
    void asksForTheWorkOfEachStepBeforeItIsSubmitted(String step, String missing) {
        Plan plan = plan("big_bang",
                "waves:\n  - key: one\n    name: One\n    steps:\n      - {key: m, name: M, kind: manual, point_of_no_return: true}\n      - "
                        + step);
        assertThat(saved(plan)).isEmpty();
        assertThat(submitted(plan)).containsExactlyElementsOf(
                missing.equals("-") ? List.of() : List.of("waves[0].steps[1] planning.waves." + missing + ".missing"));
    }

    @Test
    void asksForWhatTheModelNeeds() {
        String one = "waves: [{key: a, name: A, steps: [{key: x, name: X, kind: manual}]}]";
        String two = "waves: [{key: a, name: A, percent: 5, steps: [{key: x, name: X, kind: manual}]}, {key: b, name: B}]";
        assertThat(submitted(plan("phased", one))).containsExactly("waves planning.waves.phased.missing");
        assertThat(submitted(plan("big_bang", two))).containsExactly("waves planning.waves.big-bang",
                "waves[1] planning.waves.steps.missing");
        assertThat(submitted(plan("phased", two))).containsExactly("waves[1] planning.waves.steps.missing");
        assertThat(submitted(plan("phased", two.replace("percent: 5, ", ""))))
            .contains("waves[0] planning.waves.nobody.missing");
        assertThat(submitted(plan("parallel", one))).containsExactly("parallel planning.waves.parallel.missing");
        assertThat(submitted(plan("parallel", one + "\nparallel: {points: [{name: Open items}], clean_cycles: 5}")))
            .containsExactly("parallel planning.waves.parallel.owner.missing");
        assertThat(submitted(plan("parallel", one
                + "\nparallel: {points: [{name: Open items, owner: olga}], clean_cycles: 5, cycle_hours: 24, cut_back_hours: 48}")))
            .isEmpty();
        assertThat(submitted(plan("phased", "parallel: {clean_cycles: 5}")))
            .containsExactly("parallel planning.waves.parallel.model");
        assertThat(saved(plan("parallel", "parallel: {points: [{name: A, tolerance: -1}]}")))
            .containsExactly("parallel planning.waves.parallel.tolerance");
        assertThat(saved(plan("parallel", "parallel: {points: [{name: A, owner: nobody}]}")))
            .containsExactly("parallel planning.waves.parallel.owner");
    }

    @ParameterizedTest
    @CsvSource({ "big_bang", "phased", "parallel", "continuous" })
    void lacksNothingWithoutWaves(String model) {
        assertThat(submitted(plan(model, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "BIG_BANG, ''", "PHASED, ''", "PARALLEL, planning.waves.parallel.missing",
            "CONTINUOUS, planning.waves.pipeline.missing" })
    void proposesWavesThatLackOnlyWhatNobodyElseKnows(DeploymentModel model, String missing) {
        Plan plan = plan(model.name().toLowerCase(Locale.ROOT), "").withDeployment(PlanTemplates.waves(model));
        assertThat(saved(plan)).isEmpty();
        assertThat(submitted(plan)).allSatisfy((text) -> assertThat(text).endsWith(" " + missing))
            .hasSize(missing.isEmpty() ? 0 : (model == DeploymentModel.CONTINUOUS) ? 4 : 1);
    }

    private static Plan plan(String model, String more) {
        return PlanYaml.read("name: Cards\ntype: minor\nmodel: " + model
                + "\nplanned_start: \"2026-12-05T06:00:00Z\"\nplanned_end: \"2026-12-05T09:00:00Z\"\n" + more);
    }

    private List<String> saved(Plan plan) {
        InputCheck check = new InputCheck();
        this.rules.checkSaved(plan, check);
        return texts(check);
    }

    private List<String> submitted(Plan plan) {
        InputCheck check = new InputCheck();
        this.rules.checkSubmitted(plan, check);
        return texts(check);
    }

    private static List<String> texts(InputCheck check) {
        return check.problems().stream().map(WaveRulesTests::text).toList();
    }

    private static String text(InputProblem problem) {
        return problem.field() + " " + problem.code();
    }

}
