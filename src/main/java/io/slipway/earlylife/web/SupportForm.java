package io.slipway.earlylife.web;

import java.util.Arrays;
import java.util.List;

import io.slipway.earlylife.CriterionState;
import io.slipway.earlylife.ExitCriterion;
import io.slipway.earlylife.OpenIncidents;
import io.slipway.earlylife.SupportDetails;
import io.slipway.earlylife.Watch;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What operations sees of a live release, and how its support goes on.
 *
 * @param criteria the exit criteria, in the order of {@link ExitCriterion}
 * @param priority1 open incidents of priority 1; empty means none
 * @param priority2 open incidents of priority 2
 * @param priority3 open incidents of priority 3
 * @param priority4 open incidents of priority 4
 * @param handoverAccepted {@code true} if operations accepts the handover
 * @param days by how many days the period is extended
 * @param reason why it is extended, or why the release is rolled back
 * @param version the version of the support period that the form shows
 * @param outcome the pressed button: {@code save}, {@code exit}, {@code extend},
 * {@code roll-back}
 */
record SupportForm(@Nullable List<CriterionForm> criteria, String priority1, String priority2, String priority3,
        String priority4, String handoverAccepted, String days, String reason, String version, String outcome) {

    SupportForm {
        criteria = complete(criteria);
    }

    static SupportForm of(SupportDetails support) {
        Watch watch = support.watch();
        OpenIncidents incidents = watch.incidents();
        return new SupportForm(watch.criteria().stream().map(CriterionForm::of).toList(),
                String.valueOf(incidents.priority1()), String.valueOf(incidents.priority2()),
                String.valueOf(incidents.priority3()), String.valueOf(incidents.priority4()),
                watch.handoverAccepted() ? "true" : "", "", "", String.valueOf(support.version()), "");
    }

    /** One entry for each criterion, whatever was sent. */
    private static List<CriterionForm> complete(@Nullable List<CriterionForm> sent) {
        return Arrays.stream(ExitCriterion.values())
            .map((criterion) -> (sent != null && criterion.ordinal() < sent.size()
                    && sent.get(criterion.ordinal()) != null) ? sent.get(criterion.ordinal())
                            : new CriterionForm("", ""))
            .toList();
    }

    Watch toWatch() {
        List<CriterionState> states = Arrays.stream(ExitCriterion.values())
            .map((criterion) -> this.criteria.get(criterion.ordinal()).toState(criterion))
            .toList();
        OpenIncidents incidents = new OpenIncidents(FormText.number(this.priority1), FormText.number(this.priority2),
                FormText.number(this.priority3), FormText.number(this.priority4));
        return new Watch(states, incidents, "true".equals(this.handoverAccepted));
    }

    boolean shows(SupportDetails support) {
        return this.version.equals(String.valueOf(support.version()));
    }

}
