package io.slipway.identity;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What one person must not do alone is kept apart, for everybody, also in a race.
 */
@SlipwayTest
class SeparationOfDutiesTests {

    private final String release = "SOD-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    SeparationOfDuties duties;

    @ParameterizedTest
    @CsvSource({ "SUBMIT_PLAN, APPROVE_PLAN, plan-author-does-not-approve",
            "BUILD_PACKAGE, SIGN_OFF_VALIDATION, builder-does-not-sign-off",
            "REQUEST_CHANGE, AUTHORISE_CHANGE, requester-does-not-authorise",
            "AUTHORISE_CHANGE, EXECUTE_DEPLOYMENT, authoriser-does-not-deploy" })
    void keepsTheTwoSidesOfARuleInDifferentHands(Duty one, Duty other, String policy) {
        this.duties.perform(this.release, one, null, "administrator");
        Verdict verdict = this.duties.judge(this.release, other, null, "administrator");
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.policy()).isEqualTo(policy);
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> this.duties.perform(this.release, other, null, "administrator"))
            .satisfies((refusal) -> assertThat(refusal.verdict()).isEqualTo(verdict));
        assertThat(this.duties.judge(this.release, other, null, "auditor").allowed()).isTrue();
        assertThat(this.duties.judge(this.release + "-B", other, null, "administrator").allowed()).isTrue();
    }

    @Test
    void saysWhatWasDoneWhenAndWhoCanActInstead() {
        this.duties.perform(this.release, Duty.SUBMIT_PLAN, null, "stakeholder");
        Verdict verdict = this.duties.judge(this.release, Duty.APPROVE_PLAN, "plan-1", "stakeholder");
        assertThat(verdict.reason()).startsWith("Stella Hoffmann submitted the plan of " + this.release + " on ")
            .contains("UTC.", "Who submits a plan does not approve it.")
            .containsAnyOf("Samuel Osei", "Ask a colleague with the role Stakeholder.")
            .doesNotContain("Stella Hoffmann,");
    }

    @Test
    void countsNobodyTwiceInOneDecision() {
        String decision = this.release + ":plan-1";
        this.duties.perform(this.release, Duty.APPROVE_PLAN, decision, "stakeholder");
        Verdict again = this.duties.judge(this.release, Duty.APPROVE_PLAN, decision, "stakeholder");
        assertThat(again.policy()).isEqualTo("one-person-counts-once");
        assertThat(again.reason()).contains("Nobody counts twice in one decision.")
            .containsAnyOf("Samuel Osei", "Ask a colleague with the role Stakeholder.");
        this.duties.perform(this.release, Duty.APPROVE_PLAN, decision, "stakeholder-2");
        this.duties.perform(this.release, Duty.APPROVE_PLAN, this.release + ":plan-2", "stakeholder");
    }

    @Test
    void letsOneSideWinWhenOnePersonTriesBothAtOnce() {
        for (int round = 0; round < 20; round++) {
            String subject = this.release + "-" + round;
            long successes = race(() -> this.duties.perform(subject, Duty.REQUEST_CHANGE, null, "operations"),
                    () -> this.duties.perform(subject, Duty.AUTHORISE_CHANGE, null, "operations"));
            assertThat(successes).isEqualTo(1);
        }
    }

    @Test
    void countsOneVoteWhenOnePersonVotesTwiceAtOnce() {
        for (int round = 0; round < 20; round++) {
            String decision = this.release + ":" + round;
            Runnable vote = () -> this.duties.perform(this.release, Duty.APPROVE_PLAN, decision, "operations");
            assertThat(race(vote, vote)).isEqualTo(1);
        }
    }

    private static long race(Runnable... acts) {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        List<CompletableFuture<Boolean>> results = Stream.of(acts)
            .map((act) -> CompletableFuture.supplyAsync(() -> wins(start, act)))
            .toList();
        return results.stream().map(CompletableFuture::join).filter(Boolean::booleanValue).count();
    }

    private static boolean wins(CyclicBarrier start, Runnable act) {
        try {
            start.await();
            act.run();
            return true;
        }
        catch (DutyConflictException refused) {
            return false;
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
