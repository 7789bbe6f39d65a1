package io.slipway.change;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A change record goes from draft to decision, and no decision is taken twice.
 */
class ChangeRecordTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ChangeRecord record = ChangeRecord.raise("CHG-000001", "PAY-1", "round-1",
            ChangeContent.draft("Refunds"));

    @Test
    void isAuthorisedOnlyAfterItWasRequested() {
        assertThatIllegalStateException().isThrownBy(() -> this.record.authorise("", "", "carla", NOW));
        this.record.request(this.record.content(), "rhea", NOW);
        this.record.authorise("", "At night only", "carla", NOW);
        assertThat(this.record.details().authorised()).isTrue();
        assertThat(this.record.details().decisions()).containsExactly(
                new ChangeDecision(ChangeAction.REQUESTED, "rhea", NOW, null, null),
                new ChangeDecision(ChangeAction.AUTHORISED, "carla", NOW, null, "At night only"));
    }

    @Test
    void isDecidedOnce() {
        this.record.request(this.record.content(), "rhea", NOW);
        this.record.reject("Too early", "carla", NOW);
        assertThatIllegalStateException().isThrownBy(() -> this.record.authorise("", "", "carla", NOW));
        assertThatIllegalStateException().isThrownBy(() -> this.record.askForMore("Why?", "carla", NOW));
        assertThat(this.record.status()).isEqualTo(ChangeStatus.REJECTED);
    }

    @Test
    void waitsForTheAnswerToAQuestion() {
        this.record.request(this.record.content(), "rhea", NOW);
        this.record.askForMore("Who watches?", "carla", NOW);
        assertThatIllegalStateException().isThrownBy(() -> this.record.authorise("", "", "carla", NOW));
        this.record.supplyInformation("Operations", this.record.content().withPlans("a", "b", "c"), "rhea", NOW);
        assertThat(this.record.status()).isEqualTo(ChangeStatus.REQUESTED);
        assertThat(this.record.content().backOutPlan()).isEqualTo("c");
    }

}
