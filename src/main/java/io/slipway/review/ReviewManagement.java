package io.slipway.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Clause;
import io.slipway.sql.ReadOnce;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done to review a release. Who may do it was judged before, where the
 * work item was completed.
 */
@Service
@Transactional
public class ReviewManagement {

    private static final int TEXT = 4000;

    private static final int LESSON = 500;

    private static final int REASON = 2000;

    private final ReviewRepository reviews;

    private final JdbcClient jdbc;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final Journal journal;

    private final Clock clock;

    private final ReadOnce once;

    ReviewManagement(ReviewRepository reviews, JdbcClient jdbc, ReleaseManagement releases, CurrentPlans plans,
            Journal journal, Clock clock, ReadOnce once) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.releases = releases;
        this.plans = plans;
        this.journal = journal;
        this.clock = clock;
        this.once = once;
    }

    /**
     * Opens the review of a release, if one is asked for. Opening it again changes
     * nothing.
     * @return whether a review is asked for
     */
    public boolean open(String releaseKey) {
        boolean asked = asked(this.releases.get(releaseKey));
        if (asked && this.reviews.findByReleaseKey(releaseKey).isEmpty()) {
            this.reviews.save(new Review(releaseKey, this.clock.instant()));
            write("review.opened", releaseKey, null, null, Map.of());
        }
        return asked;
    }

    /**
     * Tells whether a release has to be reviewed: if its policy says so, and whatever it
     * says, if the release was rolled back. One on which no policy was decided is.
     */
    @Transactional(readOnly = true)
    public boolean asked(ReleaseDetails release) {
        PlanPolicy policy = this.plans.of(release).policy();
        return policy == null || policy.reviewRequired() || release.rolledBackAt() != null;
    }

    /**
     * Records what the review found. Refuses what is missing or too long, and to call a
     * release successful that was rolled back. Refuses unless the review is open.
     */
    public void hold(String releaseKey, ReviewFindings stated) {
        InputCheck check = new InputCheck();
        ReviewFindings findings = new ReviewFindings(stated.verdict(),
                check.required("intended", stated.intended(), TEXT, "review.intended.missing"),
                check.required("happened", stated.happened(), TEXT, "review.happened.missing"),
                lessons(stated.lessons(), check));
        check.given("verdict", findings.verdict(), "review.verdict.missing");
        check.refuseIf(
                findings.verdict() != ReviewVerdict.FAILED && this.releases.get(releaseKey).rolledBackAt() != null,
                "verdict", "review.verdict.rolled-back");
        check.finish();
        current(releaseKey).hold(findings, this.journal.act());
        write("review.held", releaseKey, Role.RELEASE_MANAGER, null, Map.of("verdict", findings.verdict(), "intended",
                findings.intended(), "happened", findings.happened(), "lessons", findings.lessons()));
    }

    /** Confirms a review that was held. Refuses any other. */
    public void confirm(String releaseKey) {
        current(releaseKey).confirm(this.journal.act());
        write("review.confirmed", releaseKey, Role.SERVICE_OWNER, null, Map.of());
    }

    /**
     * Returns a review that was held, to be held again. Refuses any other.
     * @param reason why, 1 to 2,000 characters
     */
    public void sendBack(String releaseKey, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "review.reason.missing");
        current(releaseKey).sendBack(why, this.journal.act());
        write("review.returned", releaseKey, Role.SERVICE_OWNER, why, Map.of());
    }

    /**
     * Confirms that the CMDB shows what a release left in production. Refuses whoever has
     * not looked.
     * @param updates what was updated, 1 to 4,000 characters
     * @param looked whether the CMDB was looked at, and shows it
     */
    public void confirmConfiguration(String releaseKey, String updates, boolean looked) {
        InputCheck check = new InputCheck();
        String updated = check.required("updates", updates, TEXT, "review.updates.missing");
        check.refuseIf(!looked, "confirmed", "review.confirmed.missing");
        check.finish();
        Act act = this.journal.act();
        Clause
            .insert("configuration_confirmations", "version", 0, "release_key", releaseKey, "updates", updated,
                    "confirmed_by", act.by(), "confirmed_at", act.at())
            .on(this.jdbc)
            .update();
        write("configuration.confirmed", releaseKey, Role.CONFIGURATION_MANAGER, null, Map.of("updates", updated));
    }

    /**
     * The review of a release.
     * @return the review, if it was opened
     */
    @Transactional(readOnly = true)
    public Optional<ReviewDetails> ofRelease(String releaseKey) {
        return this.once.of("review", releaseKey, () -> this.reviews.findByReleaseKey(releaseKey).map(Review::details));
    }

    /**
     * The confirmation of the CMDB after a release.
     * @return the confirmation, if it was given
     */
    @Transactional(readOnly = true)
    public Optional<ConfirmedConfiguration> configurationOf(String releaseKey) {
        return this.jdbc.sql("""
                select updates, confirmed_by as `by`, confirmed_at as at from configuration_confirmations
                 where release_key = :key""").param("key", releaseKey).query(ConfirmedConfiguration.class).optional();
    }

    private static List<String> lessons(List<String> stated, InputCheck check) {
        List<String> lessons = stated.stream().map(String::strip).filter((lesson) -> !lesson.isEmpty()).toList();
        check.refuseIf(lessons.stream().anyMatch((lesson) -> lesson.length() > LESSON), "lessons",
                "review.lessons.too-long");
        check.optional("lessons", String.join("\n", lessons), TEXT);
        return lessons;
    }

    private Review current(String releaseKey) {
        return this.reviews.findByReleaseKey(releaseKey).orElseThrow(() -> new NotFoundException("review", releaseKey));
    }

    private void write(String action, String releaseKey, @Nullable Role role, @Nullable String reason,
            Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey).as(role).because(reason).with(values));
    }

}
