package io.slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A review is held, confirmed or returned, and held again.
 */
class ReviewTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Review review = new Review("PAY-1", NOW);

    @Test
    void isConfirmedOnlyAfterItWasHeld() {
        assertThatIllegalStateException().isThrownBy(() -> this.review.confirm("sofia", NOW));
        this.review.hold(findings("Tell earlier"), "rhea", NOW);
        this.review.confirm("sofia", NOW);
        assertThat(this.review.details().status()).isEqualTo(ReviewStatus.CONFIRMED);
        assertThatIllegalStateException().isThrownBy(() -> this.review.hold(findings("Other"), "rhea", NOW));
    }

    @Test
    void keepsTheFindingsOfTheLastTimeItWasHeld() {
        this.review.hold(findings("Tell earlier"), "rhea", NOW);
        this.review.sendBack("Tuesday is missing", "sofia", NOW);
        assertThat(this.review.details().returnReason()).isEqualTo("Tuesday is missing");
        this.review.hold(findings("Watch on Tuesdays"), "rhea", NOW);
        assertThat(Objects.requireNonNull(this.review.details().findings()).lessons())
            .containsExactly("Watch on Tuesdays");
    }

    private static ReviewFindings findings(String lesson) {
        return new ReviewFindings(ReviewVerdict.SUCCESSFUL, "Refunds in a day", "They are", List.of(lesson));
    }

}
