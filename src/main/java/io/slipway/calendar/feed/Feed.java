package io.slipway.calendar.feed;

import java.util.List;

/**
 * What a feed tells.
 */
record Feed(String name, List<FeedEvent> events) {
}
