package io.slipway.identity.web;

/**
 * The form to choose the time zone in which one reads times.
 *
 * @param zone id of the zone
 */
record ZoneForm(String zone) {
}
