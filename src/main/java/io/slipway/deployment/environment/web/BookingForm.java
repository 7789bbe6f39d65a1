package io.slipway.deployment.environment.web;

import io.slipway.deployment.environment.BookingDraft;
import io.slipway.input.InputCheck;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;

/**
 * A booking, as typed. Times are those of the person's zone.
 *
 * @param release key of the release that it is for; may be empty
 * @param alone {@code true} if nobody else may be there meanwhile, or empty
 */
record BookingForm(String release, String purpose, String alone, String from, String to) {

    BookingForm {
        release = FormText.of(release);
        purpose = FormText.of(purpose);
        alone = FormText.of(alone);
        from = FormText.of(from);
        to = FormText.of(to);
    }

    BookingDraft draft(Times times, InputCheck check) {
        return new BookingDraft(this.release, this.purpose, Boolean.parseBoolean(this.alone),
                times.read(check, "from", this.from), times.read(check, "to", this.to));
    }

}
