package io.slipway.identity.web;

/**
 * The form to note an absence.
 *
 * @param from since when, in the person's zone
 * @param until until when, in the person's zone
 * @param reason why, if the person wants to say it
 */
record AbsenceForm(String from, String until, String reason) {

    static AbsenceForm empty() {
        return new AbsenceForm("", "", "");
    }

}
