package io.slipway.review;

import java.util.List;

/**
 * What a review found.
 *
 * @param intended what was meant, at most 4,000 characters
 * @param happened what happened, at most 4,000 characters
 * @param lessons what was learned, each at most 500 characters
 */
public record ReviewFindings(ReviewVerdict verdict, String intended, String happened, List<String> lessons) {
}
