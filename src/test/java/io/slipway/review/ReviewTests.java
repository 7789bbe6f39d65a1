package io.slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.identity.Act;
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
        assertThatIllegalStateException().isThrownBy(() -> this.review.confirm(new Act("sofia", NOW)));
        this.review.hold(findings("Tell earlier"), new Act("rhea", NOW));
        this.review.confirm(new Act("sofia", NOW));
        assertThat(this.review.details().status()).isEqualTo(ReviewStatus.CONFIRMED);
        assertThatIllegalStateException().isThrownBy(() -> this.review.hold(findings("Other"), new Act("rhea", NOW)));
    }

    @Test
    void keepsTheFindingsOfTheLastTimeItWasHeld() {
        this.review.hold(findings("Tell earlier"), new Act("rhea", NOW));
        this.review.sendBack("Tuesday is missing", new Act("sofia", NOW));
        assertThat(this.review.details().returnReason()).isEqualTo("Tuesday is missing");
        this.review.hold(findings("Watch on Tuesdays"), new Act("rhea", NOW));
        assertThat(Objects.requireNonNull(this.review.details().findings()).lessons())
            .containsExactly("Watch on Tuesdays");
    }

    private static ReviewFindings findings(String lesson) {
        return new ReviewFindings(ReviewVerdict.SUCCESSFUL, "Refunds in a day", "They are", List.of(lesson));
    }

}
