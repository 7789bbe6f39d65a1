package io.slipway.change.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;
import io.slipway.ui.Messages;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each part of a standing authorisation's rule keeps a change out by itself, and says so.
 */
class StandardFitTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final StandardFit fit = new StandardFit(new Messages(codes()));

    @Test
    void letsPassWhatFits() {
        assertThat(
                against(StandardStatus.AUTHORISED, plan("payments", DeploymentModel.PHASED, false), Risk.LOW, 2, TODAY))
            .isEmpty();
    }

    @Test
    void refusesWhatWasNotAuthorised() {
        for (StandardStatus status : List.of(StandardStatus.PROPOSED, StandardStatus.DECLINED,
                StandardStatus.WITHDRAWN)) {
            assertThat(against(status, plan("Payments", DeploymentModel.PHASED, false), Risk.LOW, 0, TODAY))
                .containsExactly("change.standard.against.status");
        }
    }

    @Test
    void refusesTheDayAfterItsLast() {
        assertThat(against(StandardStatus.AUTHORISED, plan("Payments", DeploymentModel.PHASED, false), Risk.LOW, 0,
                TODAY.plusDays(1)))
            .containsExactly("change.standard.against.expired");
    }

    @Test
    void refusesOtherServicesAndNone() {
        assertThat(
                against(StandardStatus.AUTHORISED, plan("Claims", DeploymentModel.PHASED, false), Risk.LOW, 0, TODAY))
            .containsExactly("change.standard.against.services");
        assertThat(against(StandardStatus.AUTHORISED, plan(null, DeploymentModel.PHASED, false), Risk.LOW, 0, TODAY))
            .containsExactly("change.standard.against.services");
    }

    @Test
    void refusesAnotherModel() {
        assertThat(against(StandardStatus.AUTHORISED, plan("Payments", DeploymentModel.BIG_BANG, false), Risk.LOW, 0,
                TODAY))
            .containsExactly("change.standard.against.model");
    }

    @Test
    void refusesAHigherRisk() {
        assertThat(against(StandardStatus.AUTHORISED, plan("Payments", DeploymentModel.PHASED, false), Risk.MEDIUM, 0,
                TODAY))
            .containsExactly("change.standard.against.risk");
    }

    @Test
    void refusesAChangeOfSchema() {
        assertThat(
                against(StandardStatus.AUTHORISED, plan("Payments", DeploymentModel.PHASED, true), Risk.LOW, 0, TODAY))
            .containsExactly("change.standard.against.schema");
    }

    @Test
    void refusesTheUseTooMany() {
        assertThat(
                against(StandardStatus.AUTHORISED, plan("Payments", DeploymentModel.PHASED, false), Risk.LOW, 3, TODAY))
            .containsExactly("change.standard.against.uses");
    }

    @Test
    void namesAllThatDoesNotFit() {
        assertThat(against(StandardStatus.WITHDRAWN, plan("Claims", DeploymentModel.PARALLEL, true), Risk.HIGH, 9,
                TODAY.plusYears(1)))
            .hasSize(7);
    }

    private List<String> against(StandardStatus status, Plan plan, Risk risk, int uses, LocalDate today) {
        StandardRule rule = new StandardRule("Usual", "Nothing new.", Set.of("Payments"),
                Set.of(DeploymentModel.PHASED), Risk.LOW, false, TODAY, 3);
        StandardDetails change = new StandardDetails(1, rule, List.of("Payments"), status, "rhea", Instant.EPOCH, null,
                null, null);
        return this.fit.against(change, plan, risk, uses, today);
    }

    private static Plan plan(String service, DeploymentModel model, boolean schemaChange) {
        return PlanYaml.read("{name: Refunds, type: minor, model: %s, services: [%s], schema_change: %s}"
            .formatted(model.name().toLowerCase(Locale.ROOT), (service != null) ? service : "", schemaChange));
    }

    private static StaticMessageSource codes() {
        StaticMessageSource codes = new StaticMessageSource();
        codes.setUseCodeAsDefaultMessage(true);
        return codes;
    }

}
