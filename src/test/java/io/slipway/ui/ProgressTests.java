package io.slipway.ui;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way over the phases tells what was reached, and what was leapt over.
 */
class ProgressTests {

    private final Progress progress = new Progress();

    @Test
    void tellsWhatIsBehindAndAhead() {
        assertThat(way(Place.C, "under-way", null)).containsExactly("done", "done", "current", "ahead");
        assertThat(way(Place.C, "stopped", null)).containsExactly("done", "done", "stopped", "unreached");
        assertThat(way(Place.D, "done", null)).containsOnly("done");
    }

    @Test
    void countsNothingAsDoneThatWasLeaptOver() {
        assertThat(way(Place.D, "done", Place.B)).containsExactly("done", "done", "unreached", "done");
        assertThat(way(Place.D, "under-way", Place.B)).containsExactly("done", "done", "unreached", "current");
        assertThat(way(Place.D, "done", Place.C)).containsOnly("done");
    }

    private List<String> way(Place current, String state, @Nullable Place leapt) {
        return Arrays.stream(Place.values()).map((place) -> this.progress.where(place, current, state, leapt)).toList();
    }

    private enum Place {

        A, B, C, D

    }

}
