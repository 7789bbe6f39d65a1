package io.slipway.release.web;

import java.util.List;

import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of the list as the address carries them. What means nothing
 * is left out, so that an old or mistyped address still shows a list.
 *
 * @param text beginning of a key, or words of the name
 * @param status {@code OPEN}, {@code ENDED}, {@code CLOSED}, {@code CANCELLED} or
 * {@code ROLLED_BACK}; all names in either case
 * @param sort {@code START}, {@code KEY} or {@code REGISTERED}
 */
record ReleaseFilters(@Nullable String text, @Nullable String status, @Nullable String service, @Nullable String type,
        @Nullable String phase, @Nullable String owner, @Nullable String sort, @Nullable String from) {

    ReleaseFilters {
        text = FormText.filter(text);
        status = FormText.known(State.class, status);
        service = FormText.filter(service);
        type = FormText.known(ReleaseType.class, type);
        phase = FormText.known(Phase.class, phase);
        owner = FormText.filter(owner);
        sort = FormText.known(Sort.class, sort);
        from = FormText.filter(from);
    }

    ReleaseQuery query() {
        return new ReleaseQuery(this.text, FormText.choice(State.class, this.status), this.service,
                FormText.choice(ReleaseType.class, this.type), FormText.choice(Phase.class, this.phase), this.owner,
                this.sort.isEmpty() ? Sort.START : Sort.valueOf(this.sort), this.from);
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.status + this.service + this.type + this.phase + this.owner).isEmpty();
    }

    static List<String> states() {
        return FormText.names(State.class);
    }

    static List<String> sorts() {
        return FormText.names(Sort.class);
    }

    static List<String> types() {
        return FormText.names(ReleaseType.class);
    }

    static List<String> phases() {
        return FormText.names(Phase.class);
    }

}
