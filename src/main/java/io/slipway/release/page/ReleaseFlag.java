package io.slipway.release.page;

/**
 * A mark on a release in lists and on the board: something that somebody has to look at.
 *
 * @param bad whether the release cannot go on as it stands; otherwise it is a warning
 * @param icon the icon beside the word
 * @param word one or two words
 * @param reason a sentence with the fact
 */
public record ReleaseFlag(boolean bad, String icon, String word, String reason) {
}
