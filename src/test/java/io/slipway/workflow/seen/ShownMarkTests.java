package io.slipway.workflow.seen;

import java.util.List;

import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.seen.ShownMark.Since;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page brings back in a few bytes what it showed, and that tells what changed.
 */
class ShownMarkTests {

    private static final DecidingFact FREE = fact(Weight.GOOD, "Planned time", "Nothing collides.");

    private static final DecidingFact FROZEN = fact(Weight.BAD, "Planned time", "The books are closed.");

    private static final DecidingFact RISK = fact(Weight.NOTE, "Risk", "Low.");

    @Test
    void findsNothingWhereNothingChanged() {
        List<DecidingFact> facts = List.of(FREE, RISK, fact(Weight.BAD, "Risk", "Twice."));
        assertThat(ShownMark.compare(ShownMark.of(facts), facts)).containsOnly(Since.SAME);
        assertThat(ShownMark.gone(ShownMark.of(facts), facts)).isFalse();
        assertThat(ShownMark.of(facts)).hasSizeLessThan(20 * facts.size());
    }

    @Test
    void tellsWhatBecameGraverFromWhatBecameBetter() {
        assertThat(since(FREE, FROZEN)).isEqualTo(Since.GRAVER);
        assertThat(since(FROZEN, FREE)).isEqualTo(Since.OTHER);
        assertThat(since(FROZEN, fact(Weight.BAD, "Planned time", "The line is stopped."))).isEqualTo(Since.GRAVER);
        assertThat(since(FROZEN, fact(Weight.WARN, "Planned time", "A friend is busy."))).isEqualTo(Since.OTHER);
        assertThat(since(FREE, fact(Weight.NOTE, "Planned time", "Moved."))).isEqualTo(Since.OTHER);
    }

    @Test
    void takesANewFactThatSpeaksAgainstItForGrave() {
        assertThat(since(RISK, FROZEN)).isEqualTo(Since.GRAVER);
        assertThat(since(RISK, FREE)).isEqualTo(Since.OTHER);
        assertThat(ShownMark.gone(ShownMark.of(List.of(RISK)), List.of(FREE))).isTrue();
        assertThat(ShownMark.compare(ShownMark.of(List.of()), List.of(FROZEN))).containsExactly(Since.GRAVER);
    }

    @Test
    void livesWithWhateverAClientSends() {
        assertThat(ShownMark.compare("<script>..\u0000.4x", List.of(FREE, FROZEN))).containsExactly(Since.OTHER,
                Since.GRAVER);
        assertThat(ShownMark.gone("nonsense", List.of(FREE))).isFalse();
    }

    private static Since since(DecidingFact shown, DecidingFact now) {
        return ShownMark.compare(ShownMark.of(List.of(shown)), List.of(now)).get(0);
    }

    private static DecidingFact fact(Weight weight, String label, String reason) {
        return new DecidingFact(weight, label, reason, null);
    }

}
