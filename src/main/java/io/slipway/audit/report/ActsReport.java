package io.slipway.audit.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.slipway.sql.Clause;

/**
 * Reports that the record itself answers: what people did of some kind, in words.
 */
public enum ActsReport {

    /** Who approved, authorised, signed off, and who said no. */
    APPROVALS("plan.approved", "plan.rejected", "tests.passed", "tests.failed", "change.voted", "change.authorised",
            "change.rejected", "standard-change.authorised", "standard-change.declined", "deployment.go",
            "deployment.no-go", "waiver.approved", "waiver.rejected", "freeze-exception.approved",
            "freeze-exception.rejected", "support.ended-early", "support.early-end-refused", "review.confirmed"),
    /** What was done beside the rules, as the rules allow it. */
    OVERRIDES("task.taken-over", "token.moved", "release.migrated", "release.suspended", "support.ended-early",
            "deployment.no-go-resolved", "package.reopened", "item.restored", "line.stopped", "line.released"),
    /** Who was given rights or lost them, and by whom. */
    RIGHTS("person.created", "person.changed", "person.disabled", "person.enabled", "group.created", "group.changed",
            "group.deleted", "token.created", "token.revoked"),
    /** Who changed rules that people keep. */
    RULES("standard-change.proposed", "standard-change.authorised", "standard-change.declined",
            "standard-change.withdrawn", "window.created", "window.changed", "window.ended", "freeze.created",
            "freeze.changed", "freeze.ended"),
    /** Versions in the register that somebody changed by hand, because of no release. */
    DRIFT("item.changed");

    private final List<String> actions;

    ActsReport(String... actions) {
        this.actions = List.copyOf(Arrays.asList(actions));
    }

    List<String> actions() {
        return this.actions;
    }

    /** The name of its page. */
    public String page() {
        return name().toLowerCase(Locale.ROOT);
    }

    Clause narrowed() {
        return (this == DRIFT) ? Clause.of("release_key is null and json_exists(new_values, '$.edition')")
                : Clause.NONE;
    }

}
