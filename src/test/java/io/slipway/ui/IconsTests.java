package io.slipway.ui;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Icons are drawn inline, silent for screen readers, and never missing in silence.
 */
class IconsTests {

    private final Icons icons = new Icons();

    @Test
    void drawsAnIconInline() {
        assertThat(this.icons.svg("check")).startsWith("<svg class=\"icon\" aria-hidden=\"true\"")
            .contains("stroke=\"currentColor\"", "M5 12l5 5l10 -10")
            .doesNotContain("\n", "style=", "xmlns");
        assertThat(this.icons.svg("filled/circle-check")).contains("fill=\"currentColor\"");
    }

    @Test
    void failsForWhatIsNoIcon() {
        assertThatIllegalArgumentException().isThrownBy(() -> this.icons.svg("no-such-icon"));
        assertThatIllegalArgumentException().isThrownBy(() -> this.icons.svg("../package"));
    }

}
