package io.slipway.audit.web;

import io.slipway.audit.RecordQuery;
import io.slipway.audit.export.ReleaseSelection;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseStatus;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Which releases are chosen, beside their key and the period, as it stands in the
 * address.
 *
 * @param of name of a {@link ReleaseType}
 * @param status name of a {@link ReleaseStatus}
 */
record PopulationFilters(@Nullable String of, @Nullable String service, @Nullable String status) {

    PopulationFilters {
        of = FormText.known(ReleaseType.class, of);
        service = FormText.filter(service);
        status = FormText.known(ReleaseStatus.class, status);
    }

    /** The releases of the key and the period that are asked for besides. */
    ReleaseSelection selection(RecordQuery query) {
        return new ReleaseSelection(query.release(), FormText.choice(ReleaseType.class, this.of), this.service,
                FormText.choice(ReleaseStatus.class, this.status), query.since(), query.until());
    }

}
