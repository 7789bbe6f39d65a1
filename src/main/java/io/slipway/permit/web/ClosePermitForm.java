package io.slipway.permit.web;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says who looks back on a permit, as typed.
 *
 * @param worth whether it was worth it: {@code yes} or {@code no}
 * @param result what is learned, or what became of the follow-up
 * @param outcome the pressed button: {@code reviewed} or {@code confirm}
 */
record ClosePermitForm(String worth, String result, String outcome) {

    @Nullable Boolean worthIt() {
        return "yes".equals(this.worth) ? Boolean.TRUE : ("no".equals(this.worth) ? Boolean.FALSE : null);
    }

}
