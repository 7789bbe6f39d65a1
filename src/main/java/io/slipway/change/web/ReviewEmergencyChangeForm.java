package io.slipway.change.web;

/**
 * The look back at an emergency.
 *
 * @param verdict whether it truly was an emergency
 * @param outcome the pressed button: {@code record}
 */
record ReviewEmergencyChangeForm(String verdict, String findings, String prevention, String outcome) {
}
