package io.slipway.change.web;

import io.slipway.change.ChangeQuery;
import io.slipway.change.ChangeStatus;
import io.slipway.change.ChangeType;
import io.slipway.policy.Risk;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of changes as the address carries them. What means nothing is
 * left out, so that an old or mistyped address still shows a list.
 *
 * @param text beginning of a number or key, or words of the title
 * @param from the cursor
 */
record ChangeFilters(@Nullable String text, @Nullable String type, @Nullable String risk, @Nullable String status,
        @Nullable String service, @Nullable String from) {

    ChangeFilters {
        text = FormText.filter(text);
        type = FormText.known(ChangeType.class, type);
        risk = FormText.known(Risk.class, risk);
        status = FormText.known(ChangeStatus.class, status);
        service = FormText.filter(service);
        from = FormText.filter(from);
    }

    ChangeQuery query() {
        return new ChangeQuery(this.text, FormText.choice(ChangeType.class, this.type),
                FormText.choice(Risk.class, this.risk), FormText.choice(ChangeStatus.class, this.status), this.service,
                this.from);
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.type + this.risk + this.status + this.service).isEmpty();
    }

}
