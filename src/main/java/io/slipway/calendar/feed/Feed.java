package io.slipway.calendar.feed;

import java.util.List;

/**
 * What a feed tells.
 *
 * @param name what calendar programs call it
 */
record Feed(String name, List<FeedEvent> events) {
}
