package io.slipway.release.page;

import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.util.StringUtils;

/**
 * A mark on a release in lists and on the board: something that somebody has to look at.
 *
 * @param bad whether the release cannot go on as it stands; otherwise it is a warning
 * @param icon the icon beside the word
 * @param word one or two words
 * @param reason a sentence with the fact
 */
public record ReleaseFlag(boolean bad, String icon, String word, String reason) {

    DecidingFact fact(String releaseKey) {
        return new DecidingFact(this.bad ? Weight.BAD : Weight.WARN, StringUtils.capitalize(this.word), this.reason,
                "/releases/" + releaseKey);
    }

}
