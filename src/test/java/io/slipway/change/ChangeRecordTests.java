package io.slipway.change;

import java.time.Instant;
import java.util.List;

import io.slipway.configuration.Criticality;
import io.slipway.identity.Act;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.Risk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a change record allows in which state, and how its votes count.
 */
class ChangeRecordTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final String TWO = "1:change-authority,2:service-owner";

    @Test
    void countsNoVoteBeforeItWasRequested() {
        ChangeRecord record = draft(ChangeType.NORMAL);
        assertRefused("change.vote.ended", () -> record.authorise(vote("carla", Role.CHANGE_AUTHORITY)));
        assertThatIllegalStateException().isThrownBy(() -> record.implement(NOW));
    }

    @Test
    void countsNoVoteOfItsRequester() {
        ChangeRecord record = requested(ChangeType.NORMAL, TWO);
        assertRefused("change.vote.requester", () -> record.authorise(vote("rhea", Role.CHANGE_AUTHORITY)));
        assertRefused("change.vote.requester", () -> record.reject(vote("rhea", Role.CHANGE_AUTHORITY)));
    }

    @Test
    void countsNobodyTwiceAndNoRoleTooOften() {
        ChangeRecord record = requested(ChangeType.NORMAL, TWO);
        record.authorise(vote("carla", Role.CHANGE_AUTHORITY));
        assertRefused("change.vote.twice", () -> record.authorise(vote("carla", Role.SERVICE_OWNER)));
        assertRefused("change.vote.no-seat", () -> record.authorise(vote("chris", Role.CHANGE_AUTHORITY)));
        assertThat(record.details().openSeats()).containsExactly(Role.SERVICE_OWNER);
    }

    @Test
    void isAuthorisedByTheLastVoteThatIsNeeded() {
        ChangeRecord record = requested(ChangeType.NORMAL, TWO);
        record.authorise(vote("carla", Role.CHANGE_AUTHORITY).under("At night only"));
        assertThat(record.status()).isEqualTo(ChangeStatus.REQUESTED);
        record.authorise(vote("sam", Role.SERVICE_OWNER));
        assertThat(record.details().authorised()).isTrue();
        assertThat(record.details().votes()).extracting(ChangeDecision::actor).containsExactly("carla", "sam");
        assertThat(record.details().votes().get(0).conditions()).isEqualTo("At night only");
        assertRefused("change.vote.ended", () -> record.reject(vote("chris", Role.CHANGE_AUTHORITY)));
    }

    @Test
    void isRejectedByOneVote() {
        ChangeRecord record = requested(ChangeType.EMERGENCY, TWO);
        record.reject(vote("carla", Role.CHANGE_AUTHORITY).because("Too early"));
        assertThat(record.status()).isEqualTo(ChangeStatus.REJECTED);
        assertThat(record.status().ended()).isTrue();
        assertRefused("change.vote.ended", () -> record.authorise(vote("sam", Role.SERVICE_OWNER)));
        assertThatIllegalStateException().isThrownBy(() -> record.declareVoid("", NOW));
    }

    @Test
    void isVotedOnAnewAfterAnAnswer() {
        ChangeRecord record = requested(ChangeType.NORMAL, TWO);
        record.authorise(vote("carla", Role.CHANGE_AUTHORITY));
        record.askForMore(vote("sam", Role.SERVICE_OWNER).because("Who watches?"));
        assertRefused("change.vote.ended", () -> record.authorise(vote("sam", Role.SERVICE_OWNER)));
        record.supplyInformation("Operations", record.content().withPlans("a", "b", "c"), terms("1:change-authority"),
                new Act("rhea", NOW));
        assertThat(record.details().votes()).isEmpty();
        record.authorise(vote("carla", Role.CHANGE_AUTHORITY));
        assertThat(record.status()).isEqualTo(ChangeStatus.AUTHORISED);
        assertThat(record.content().backOutPlan()).isEqualTo("c");
    }

    @Test
    void takesNoVotesOnAStandardChange() {
        ChangeRecord record = requested(ChangeType.STANDARD, "");
        assertRefused("change.vote.ended", () -> record.authorise(vote("carla", Role.CHANGE_AUTHORITY)));
        record.returnStandard("Used too often.", new Act("system", NOW));
        assertThat(record.status()).isEqualTo(ChangeStatus.DRAFT);
        record.request(record.content(), terms(""), new Act("rhea", NOW));
        record.authoriseStandard(new Act("system", NOW));
        assertThat(record.details().authorised()).isTrue();
        assertThatIllegalStateException()
            .isThrownBy(() -> requested(ChangeType.NORMAL, TWO).authoriseStandard(new Act("x", NOW)));
    }

    @Test
    void followsItsRelease() {
        ChangeRecord record = authorised(ChangeType.NORMAL);
        record.implement(NOW);
        assertThatIllegalStateException().isThrownBy(() -> record.declareVoid("", NOW));
        record.close(NOW);
        assertThat(record.status()).isEqualTo(ChangeStatus.CLOSED);
        ChangeRecord takenBack = authorised(ChangeType.NORMAL);
        takenBack.backOut("Errors", NOW);
        assertThat(takenBack.status()).isEqualTo(ChangeStatus.BACKED_OUT);
        ChangeRecord unused = authorised(ChangeType.NORMAL);
        unused.declareVoid("Cancelled", NOW);
        assertThat(unused.status()).isEqualTo(ChangeStatus.VOID);
    }

    @Test
    void isLookedBackAtOnceAndOnlyAsAnEmergency() {
        EmergencyReview review = new EmergencyReview(EmergencyVerdict.JUSTIFIED, "Cards failed", "A test", "carla",
                NOW);
        assertThatIllegalStateException().isThrownBy(() -> authorised(ChangeType.NORMAL).reviewEmergency(review));
        ChangeRecord record = authorised(ChangeType.EMERGENCY);
        record.implement(NOW);
        record.reviewEmergency(review);
        assertThat(record.details().emergency()).isEqualTo(review);
        assertThatIllegalStateException().isThrownBy(() -> record.reviewEmergency(review));
    }

    private static ChangeRecord draft(ChangeType type) {
        return ChangeRecord.raise("CHG-000001", "PAY-1", "round-1", ChangeContent.draft("Refunds", type),
                Instant.EPOCH);
    }

    private static ChangeRecord requested(ChangeType type, String seats) {
        ChangeRecord record = draft(type);
        record.request(record.content(), terms(seats), new Act("rhea", NOW));
        return record;
    }

    private static ChangeRecord authorised(ChangeType type) {
        ChangeRecord record = requested(type, "1:change-authority");
        record.authorise(vote("carla", Role.CHANGE_AUTHORITY));
        return record;
    }

    private static ChangeTerms terms(String seats) {
        return new ChangeTerms(new ChangeRisk(Risk.LOW, "", 1, ""), new ChangeScope("production", NOW, NOW, "abc"),
                List.of("Payments"), List.of(new AffectedItem("payments", Criticality.HIGH)), seats);
    }

    private static ChangeDecision vote(String by, Role role) {
        return ChangeDecision.of(ChangeAction.AUTHORISED, role, new Act(by, NOW));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(act)
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

}
