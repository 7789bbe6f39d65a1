package io.slipway.change.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.slipway.change.ChangeSubject;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each part of a standing authorisation's rule keeps a change out by itself, and says so.
 */
class StandardFitTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final StandardFit fit = new StandardFit(codes());

    @Test
    void letsPassWhatFits() {
        assertThat(against(StandardStatus.AUTHORISED, subject("payments", DeploymentModel.PHASED, false), Risk.LOW, 2,
                TODAY))
            .isEmpty();
    }

    @Test
    void refusesWhatWasNotAuthorised() {
        for (StandardStatus status : List.of(StandardStatus.PROPOSED, StandardStatus.DECLINED,
                StandardStatus.WITHDRAWN)) {
            assertThat(against(status, subject("Payments", DeploymentModel.PHASED, false), Risk.LOW, 0, TODAY))
                .containsExactly("change.standard.against.status");
        }
    }

    @Test
    void refusesTheDayAfterItsLast() {
        assertThat(against(StandardStatus.AUTHORISED, subject("Payments", DeploymentModel.PHASED, false), Risk.LOW, 0,
                TODAY.plusDays(1)))
            .containsExactly("change.standard.against.expired");
    }

    @Test
    void refusesOtherServicesAndNone() {
        assertThat(against(StandardStatus.AUTHORISED, subject("Claims", DeploymentModel.PHASED, false), Risk.LOW, 0,
                TODAY))
            .containsExactly("change.standard.against.services");
        assertThat(against(StandardStatus.AUTHORISED, subject(null, DeploymentModel.PHASED, false), Risk.LOW, 0, TODAY))
            .containsExactly("change.standard.against.services");
    }

    @Test
    void refusesAnotherModel() {
        assertThat(against(StandardStatus.AUTHORISED, subject("Payments", DeploymentModel.BIG_BANG, false), Risk.LOW, 0,
                TODAY))
            .containsExactly("change.standard.against.model");
    }

    @Test
    void refusesAHigherRisk() {
        assertThat(against(StandardStatus.AUTHORISED, subject("Payments", DeploymentModel.PHASED, false), Risk.MEDIUM,
                0, TODAY))
            .containsExactly("change.standard.against.risk");
    }

    @Test
    void refusesAChangeOfSchema() {
        assertThat(against(StandardStatus.AUTHORISED, subject("Payments", DeploymentModel.PHASED, true), Risk.LOW, 0,
                TODAY))
            .containsExactly("change.standard.against.schema");
    }

    @Test
    void refusesTheUseTooMany() {
        assertThat(against(StandardStatus.AUTHORISED, subject("Payments", DeploymentModel.PHASED, false), Risk.LOW, 3,
                TODAY))
            .containsExactly("change.standard.against.uses");
    }

    @Test
    void namesAllThatDoesNotFit() {
        assertThat(against(StandardStatus.WITHDRAWN, subject("Claims", DeploymentModel.PARALLEL, true), Risk.HIGH, 9,
                TODAY.plusYears(1)))
            .hasSize(7);
    }

    private List<String> against(StandardStatus status, ChangeSubject subject, Risk risk, int uses, LocalDate today) {
        StandardRule rule = new StandardRule("Usual", "Nothing new.", Set.of("Payments"),
                Set.of(DeploymentModel.PHASED), Risk.LOW, false, TODAY, 3);
        StandardDetails change = new StandardDetails(1, rule, List.of("Payments"), status, "rhea", Instant.EPOCH, null,
                null, null);
        return this.fit.against(change, subject, risk, uses, today);
    }

    private static ChangeSubject subject(String service, DeploymentModel model, boolean schemaChange) {
        return new ChangeSubject("PAY-1", "Refunds", ReleaseType.MINOR, model, schemaChange, "production",
                (service != null) ? List.of(service) : List.of(), List.of(), null, null, "rhea", 0, "abc");
    }

    private static StaticMessageSource codes() {
        StaticMessageSource codes = new StaticMessageSource();
        codes.setUseCodeAsDefaultMessage(true);
        return codes;
    }

}
