package io.slipway.review;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A review says what was meant, what happened and what was learned, whoever records it,
 * and calls nothing a success that was rolled back.
 */
@SlipwayTest
class ReviewManagementTests {

    @Autowired
    ReviewManagement reviews;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private String key = "";

    @BeforeEach
    void opensAReview() {
        this.key = this.driver.register("Review " + UUID.randomUUID());
        this.acting.asSystem(() -> this.reviews.open(this.key));
    }

    @Test
    void namesAllThatIsMissingOrTooLong() {
        refuses("intended: review.intended.missing, happened: review.happened.missing, verdict: review.verdict.missing",
                () -> this.reviews.hold(this.key, new ReviewFindings(null, " ", "", List.of())));
        refuses("intended: ui.too-long, happened: ui.too-long, lessons: review.lessons.too-long",
                () -> this.reviews.hold(this.key, new ReviewFindings(ReviewVerdict.SUCCESSFUL, "i".repeat(4001),
                        "h".repeat(4001), List.of("Tell earlier.", "l".repeat(501)))));
        refuses("lessons: ui.too-long", () -> this.reviews.hold(this.key, new ReviewFindings(ReviewVerdict.SUCCESSFUL,
                "i", "h", List.of(("l".repeat(499) + "\n").repeat(9).split("\n")))));
        assertThat(this.reviews.ofRelease(this.key).orElseThrow().status()).isEqualTo(ReviewStatus.OPEN);
    }

    @Test
    void callsNothingASuccessThatWasRolledBack() {
        this.jdbc.sql("update releases set rolled_back_at = now(3) where release_key = :key")
            .param("key", this.key)
            .update();
        refuses("verdict: review.verdict.rolled-back", () -> this.reviews.hold(this.key,
                new ReviewFindings(ReviewVerdict.SUCCESSFUL_WITH_ISSUES, "Refunds", "None", List.of())));
        act(() -> this.reviews.hold(this.key, new ReviewFindings(ReviewVerdict.FAILED, "Refunds", "None", List.of())));
        assertThat(this.reviews.ofRelease(this.key).orElseThrow().status()).isEqualTo(ReviewStatus.HELD);
    }

    @Test
    @Shows("ReleasePolicyDecision.reviewRequired")
    void isAskedForByThePolicyAndAfterARollbackInAnyCase() {
        String small = this.driver.registerSmall("Unreviewed " + UUID.randomUUID());
        this.driver.completePlan(small);
        this.acting.asSystem(() -> assertThat(this.reviews.open(small)).isFalse());
        assertThat(this.reviews.ofRelease(small)).isEmpty();
        this.jdbc.sql("update releases set rolled_back_at = now(3) where release_key = :key")
            .param("key", small)
            .update();
        this.acting.asSystem(() -> assertThat(this.reviews.open(small)).isTrue());
        assertThat(this.reviews.ofRelease(small)).isPresent();
    }

    @Test
    void isReturnedForAReasonAndHeldAgain() {
        act(() -> this.reviews.hold(this.key, new ReviewFindings(ReviewVerdict.SUCCESSFUL, " Refunds ", "They work.",
                List.of(" Tell earlier. ", "", "Watch."))));
        ReviewFindings kept = Objects.requireNonNull(this.reviews.ofRelease(this.key).orElseThrow().findings());
        assertThat(kept).isEqualTo(new ReviewFindings(ReviewVerdict.SUCCESSFUL, "Refunds", "They work.",
                List.of("Tell earlier.", "Watch.")));
        refuses("reason: review.reason.missing", () -> this.reviews.sendBack(this.key, "\n"));
        refuses("reason: ui.too-long", () -> this.reviews.sendBack(this.key, "r".repeat(2001)));
        act(() -> this.reviews.sendBack(this.key, "Tuesday is missing."));
        assertThatIllegalStateException().isThrownBy(() -> act(() -> this.reviews.confirm(this.key)));
        act(() -> this.reviews.hold(this.key, kept));
        act(() -> this.reviews.confirm(this.key));
        assertThat(this.reviews.ofRelease(this.key).orElseThrow().status()).isEqualTo(ReviewStatus.CONFIRMED);
    }

    @Test
    void believesNobodyWhoHasNotLookedAtTheRegister() {
        refuses("updates: review.updates.missing, confirmed: review.confirmed.missing",
                () -> this.reviews.confirmConfiguration(this.key, "", false));
        refuses("updates: ui.too-long", () -> this.reviews.confirmConfiguration(this.key, "u".repeat(4001), true));
        assertThat(this.reviews.configurationOf(this.key)).isEmpty();
        act(() -> this.reviews.confirmConfiguration(this.key, "Version 1.4.", true));
        assertThat(this.reviews.configurationOf(this.key).orElseThrow().updates()).isEqualTo("Version 1.4.");
    }

    private void act(Runnable act) {
        this.acting.as("release-manager", act);
    }

    private void refuses(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> act(act)).withMessage(problems);
    }

}
