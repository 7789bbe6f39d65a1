package io.slipway.planning;

import java.time.Duration;
import java.util.List;

import io.slipway.change.ChangeDigest;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.packaging.PackageManagement;
import io.slipway.planning.plan.Anchor;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Channel;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanChange;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.AmendmentDriver;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An approved plan is amended with its difference and its consequences known before.
 */
@SlipwayTest
class AmendmentTests {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    AmendmentDriver amending;

    @Autowired
    AmendmentManagement amendments;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PackageManagement packages;

    @Autowired
    CurrentPlans current;

    @Autowired
    Acting acting;

    @Test
    void isForReleaseManagersAndApprovedPlansOnly() {
        String key = this.driver.register("Amended by nobody");
        Plan plan = this.current.of(key).plan();
        for (String person : List.of("stakeholder", "administrator", "deployment-manager")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.amendments.amend(key, 0, plan, "Why not")));
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.amendments.preview(key, plan)));
        }
        assertThat(this.amendments.amendable(this.releases.get(key))).isFalse();
        assertThat(refusal(() -> this.amending.amend(key, plan))).isEqualTo("planning.amend.too-late");
    }

    @Test
    @Shows({ "PlanAmendmentDecision.voidsPlan", "PlanAmendmentDecision.voidsChange", "PlanAmendmentDecision.reason" })
    void changesInPlaceWhatVoidsNothingAndBringsBackWhatDoes() {
        String key = this.driver.register("Amended twice");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        ReleaseDetails before = this.releases.get(key);
        ReleasePlan approved = this.current.of(key);
        String agreed = digest(key);
        assertThat(approved.digest()).isEqualTo(PlanYaml.digest(approved.plan()));

        Plan told = telling(approved.plan());
        Amendment telling = preview(key, told);
        assertThat(telling.changes()).extracting(PlanChange::part).containsExactly("communication");
        assertThat(telling.voided().plan()).isFalse();
        assertThat(telling.voided().change()).isFalse();
        this.amending.amend(key, told);
        ReleasePlan amended = this.current.of(key);
        assertThat(amended.plan().communication().announcements()).hasSize(1);
        assertThat(amended.approved()).isTrue();
        assertThat(amended.revision()).isEqualTo(approved.revision() + 1);
        assertThat(amended.digest()).isNotEqualTo(approved.digest());
        assertThat(digest(key)).isEqualTo(agreed);

        assertThat(refusal(() -> this.amending.amend(key, told))).isEqualTo("planning.amend.nothing");
        assertThat(refusal(() -> this.acting.as("release-manager",
                () -> this.amendments.amend(key, this.releases.get(key).version(), approved.plan(), " "))))
            .isEqualTo("planning.amend.reason.missing");
        assertThatExceptionOfType(StaleFormException.class).isThrownBy(() -> this.acting.as("release-manager",
                () -> this.amendments.amend(key, before.version(), approved.plan(), "Too late")));

        assertThat(
                preview(key, told.withTimes(told.times().from(told.times().plannedStart().plus(Duration.ofHours(1)))))
                    .voided())
            .satisfies((voided) -> {
                assertThat(voided.plan()).isFalse();
                assertThat(voided.change()).isTrue();
                assertThat(voided.reasons()).isNotEmpty();
            });
        this.amending.postpone(key, Duration.ofHours(1));
        assertThat(digest(key)).isNotEqualTo(agreed);
        assertThat(this.releases.get(key).phase()).isEqualTo(Phase.BUILD);

        this.amending.replace(key, "Refunds within a day.", "Refunds within an hour.");
        this.driver.await(key, "complete-plan");
        assertThat(this.current.of(key).approved()).isFalse();
        this.driver.complete("release-manager", key, "complete-plan", "submit");
        this.driver.await(key, "approve-plan");
        assertThat(this.amendments.sinceJudged(this.releases.get(key))).extracting(PlanChange::label)
            .contains("release.plan.scope");
        assertThat(this.amendments.sinceJudged(this.releases.get(key)))
            .filteredOn((change) -> change.part().equals("scope"))
            .singleElement()
            .satisfies((change) -> {
                assertThat(change.before()).isEqualTo("Refunds within a day.");
                assertThat(change.after()).isEqualTo("Refunds within an hour.");
            });
    }

    private Amendment preview(String key, Plan plan) {
        return this.acting.as("release-manager", () -> this.amendments.preview(key, plan));
    }

    private static String refusal(Runnable act) {
        try {
            act.run();
        }
        catch (InvalidInputException ex) {
            return ex.code();
        }
        throw new AssertionError("Not refused");
    }

    private static Plan telling(Plan plan) {
        return plan.withCommunication(new Plan.Communication(plan.communication().communicationPlan(),
                List.of(new Announcement(List.of("operations"), Channel.PORTAL, Anchor.END, 60, "It is done."))));
    }

    private String digest(String key) {
        return ChangeDigest.of(this.releases.get(key), this.current.of(key), this.packages.get(key));
    }

}
