package io.slipway.discussion;

import java.util.Random;
import java.util.stream.Collectors;

import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mentions are found where people write them, and the text stays what it was.
 */
@SlipwayTest
class MentionsTests {

    private static final String LETTERS = "@@ .-(auditor,\n";

    @Autowired
    Mentions mentions;

    @Test
    void areFoundAtTheBeginningBehindSpacesAndBracketsAndBeforeFullStops() {
        assertThat(this.mentions.people("@auditor, please (@stakeholder). Or @AUDITOR.\n@release-manager").keySet())
            .containsExactly("auditor", "stakeholder", "release-manager");
    }

    @Test
    void areNoMailAddresses() {
        assertThat(this.mentions.pieces("Mail to auditor@auditor or x@stakeholder")).singleElement()
            .matches((piece) -> !piece.mention());
    }

    @Test
    void tellWhoeverNobodyIs() {
        assertThat(this.mentions.unknown("Ask @nobody-here, or @auditor")).containsExactly("@nobody-here");
    }

    @Test
    void leaveTheTextAsItWas() {
        Random random = new Random(4711);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(40), 0, LETTERS.length())
                .mapToObj((at) -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
            assertThat(this.mentions.pieces(text).stream().map(Mentions.Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        }
    }

}
