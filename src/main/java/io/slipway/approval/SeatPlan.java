package io.slipway.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Gives each seat to a person who may take it, so that as many seats as possible are
 * taken and nobody sits twice (a maximum matching by augmenting paths). For a seat that
 * stays empty it knows why: together with the seats that its people already take, it
 * needs more people than there are.
 */
final class SeatPlan {

    private final List<? extends Set<String>> candidates;

    private final Map<String, Integer> seatOf = new HashMap<>();

    private final List<Integer> empty = new ArrayList<>();

    /**
     * Solves.
     * @param candidates who may take each seat
     */
    SeatPlan(List<? extends Set<String>> candidates) {
        this.candidates = candidates;
        for (int seat = 0; seat < candidates.size(); seat++) {
            if (!take(seat, new HashSet<>())) {
                this.empty.add(seat);
            }
        }
    }

    /**
     * The seats that nobody is left for.
     * @return their places; empty if everything can be met
     */
    List<Integer> empty() {
        return List.copyOf(this.empty);
    }

    /**
     * Why a seat stays empty: the seats that share its people and are too many for them.
     * @param emptySeat place of a seat that stays empty
     * @return the places, with that of the empty seat
     */
    Set<Integer> rivals(int emptySeat) {
        Set<Integer> rivals = new TreeSet<>(Set.of(emptySeat));
        List<Integer> open = new ArrayList<>(rivals);
        while (!open.isEmpty()) {
            for (String person : this.candidates.get(open.remove(open.size() - 1))) {
                Integer seat = this.seatOf.get(person);
                if (seat != null && rivals.add(seat)) {
                    open.add(seat);
                }
            }
        }
        return rivals;
    }

    /**
     * Who sits on a seat.
     * @return the person; null if it stays empty
     */
    @Nullable String person(int seat) {
        return this.seatOf.entrySet()
            .stream()
            .filter((taken) -> taken.getValue() == seat)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    }

    private boolean take(int seat, Set<String> asked) {
        for (String person : this.candidates.get(seat)) {
            if (asked.add(person)) {
                Integer other = this.seatOf.get(person);
                if (other == null || take(other, asked)) {
                    this.seatOf.put(person, seat);
                    return true;
                }
            }
        }
        return false;
    }

}
