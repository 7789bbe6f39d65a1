package io.slipway.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seats are given to people so that as many as possible are taken.
 */
class SeatPlanTests {

    @Test
    void givesASeatToThePersonWhoCan() {
        SeatPlan plan = new SeatPlan(List.of(Set.of("ann"), Set.of("bob")));
        assertThat(plan.empty()).isEmpty();
        assertThat(plan.person(0)).isEqualTo("ann");
        assertThat(plan.person(1)).isEqualTo("bob");
    }

    @Test
    void leavesASeatEmptyThatNobodyCanTake() {
        SeatPlan plan = new SeatPlan(List.of(Set.of(), Set.of("ann")));
        assertThat(plan.empty()).containsExactly(0);
        assertThat(plan.rivals(0)).containsExactly(0);
        assertThat(plan.person(0)).isNull();
    }

    @Test
    void countsAPersonWithManyRolesOnce() {
        SeatPlan plan = new SeatPlan(List.of(Set.of("ann"), Set.of("ann"), Set.of("bob")));
        assertThat(plan.empty()).containsExactly(1);
        assertThat(plan.rivals(1)).containsExactly(0, 1);
    }

    @Test
    void movesWhoHasManyRolesToTheSeatThatOthersCannotTake() {
        SeatPlan plan = new SeatPlan(
                List.of(new TreeSet<>(Set.of("ann", "bob")), new TreeSet<>(Set.of("ann", "cy")), Set.of("ann")));
        assertThat(plan.empty()).isEmpty();
        assertThat(plan.person(2)).isEqualTo("ann");
    }

    @Test
    void namesAllSeatsThatShareTooFewPeople() {
        Set<String> two = new TreeSet<>(Set.of("ann", "bob"));
        SeatPlan plan = new SeatPlan(List.of(two, Set.of("cy"), two, Set.of("bob")));
        assertThat(plan.empty()).containsExactly(3);
        assertThat(plan.rivals(3)).containsExactly(0, 2, 3);
    }

    @Test
    void takesAsManySeatsAsTryingEverythingWould() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Set<String>> seats = IntStream.range(0, 1 + random.nextInt(5)).mapToObj((seat) -> {
                Set<String> people = new TreeSet<>();
                IntStream.range(0, random.nextInt(4)).forEach((n) -> people.add("p" + random.nextInt(5)));
                return people;
            }).toList();
            SeatPlan plan = new SeatPlan(seats);
            assertThat(seats.size() - plan.empty().size()).as("%s", seats).isEqualTo(most(seats, 0, new HashSet<>()));
            plan.empty().forEach((empty) -> assertTooManyForTheirPeople(plan.rivals(empty), seats));
        }
    }

    private static void assertTooManyForTheirPeople(Set<Integer> rivals, List<Set<String>> seats) {
        Set<String> people = new HashSet<>();
        rivals.forEach((seat) -> people.addAll(seats.get(seat)));
        assertThat(people).hasSizeLessThan(rivals.size());
    }

    private static int most(List<Set<String>> seats, int seat, Set<String> taken) {
        if (seat == seats.size()) {
            return 0;
        }
        int most = most(seats, seat + 1, taken);
        for (String person : new ArrayList<>(seats.get(seat))) {
            if (taken.add(person)) {
                most = Math.max(most, 1 + most(seats, seat + 1, taken));
                taken.remove(person);
            }
        }
        return most;
    }

}
