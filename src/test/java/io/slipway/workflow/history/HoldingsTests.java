package io.slipway.workflow.history;

import java.time.Instant;
import java.util.List;

import io.slipway.identity.Role;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemState;
import io.slipway.workflow.history.Holdings.Note;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who had a work item in hand, and when, out of the engine's notes.
 */
class HoldingsTests {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void beginsWhenSomebodyClaims() {
        assertThat(Holdings.of(item(NOON, false), List.of(add("ann", 10)))).containsExactly(held("ann", 10, 12));
    }

    @Test
    void goesOnWhileTheItemIsOpen() {
        assertThat(Holdings.of(item(null, false), List.of(add("ann", 10))))
            .containsExactly(new Holding("ann", at(10), null));
    }

    @Test
    void endsWhenItIsGivenBackAndBeginsAgain() {
        assertThat(Holdings.of(item(NOON, false), List.of(add("bob", 11), delete("ann", 10), add("ann", 9))))
            .containsExactly(held("ann", 9, 10), held("bob", 11, 12));
    }

    @Test
    void passesFromOneToTheOther() {
        assertThat(Holdings.of(item(NOON, false), List.of(add("bob", 11), delete("ann", 11), add("ann", 10))))
            .containsExactly(held("ann", 10, 11), held("bob", 11, 12));
    }

    @Test
    void isNothingForWhoClaimsAndDecidesAtOnce() {
        assertThat(Holdings.of(item(NOON, false), List.of(add("ann", 12)))).isEmpty();
    }

    @Test
    void isNotBeingAskedByName() {
        assertThat(Holdings.of(item(NOON, true), List.of(add("ann", 9)))).isEmpty();
        assertThat(Holdings.of(item(NOON, true), List.of(add("ann", 9), delete("ann", 10), add("bob", 10))))
            .containsExactly(held("bob", 10, 12));
    }

    @Test
    void staysWithinTheTimeOfTheItem() {
        assertThat(Holdings.of(item(NOON, false), List.of(add("ann", 8), delete("ann", 15))))
            .containsExactly(held("ann", 9, 12));
    }

    private static Note add(String who, int hour) {
        return new Note(who, true, at(hour));
    }

    private static Note delete(String who, int hour) {
        return new Note(who, false, at(hour));
    }

    private static Holding held(String who, int from, int to) {
        return new Holding(who, at(from), at(to));
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-11-23T%02d:00:00Z".formatted(hour));
    }

    private static WorkItem item(Instant endedAt, boolean named) {
        return new WorkItem("1", "PAY-1", "Payments", "PlanReleaseProcess", "Task_CompletePlan", "Complete plan",
                "PLAN", Role.RELEASE_MANAGER, null, 50, NOON, null, NINE,
                (endedAt != null) ? WorkItemState.COMPLETED : WorkItemState.OPEN, endedAt, null, null, null,
                "release/complete-plan", null, null, named, null, null, null, false);
    }

}
