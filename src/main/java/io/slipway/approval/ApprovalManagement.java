package io.slipway.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns rules into the approvals that people have to give, and finds those that nobody
 * can.
 */
@Service
@Transactional(readOnly = true)
public class ApprovalManagement {

    private final PersonDirectory people;

    private final ShortageWords words;

    ApprovalManagement(PersonDirectory people, ShortageWords words) {
        this.people = people;
        this.words = words;
    }

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
     * Solves what is still missing of the rules against the people who exist, are
     * enabled, are not away for the whole time, and are not excluded; nobody counts
     * twice, and being an administrator helps nobody.
     * @param rules how many people of which role must approve
     * @param given the approvals that were given already, each with its person
     * @param excluded user names of those who may not, such as the author
     * @param from when they can begin, UTC
     * @param until until when they must have acted, UTC; if not after the begin, nobody
     * is away
     * @return what cannot be met, one for each rule with what is missing of it; empty if
     * all can
     */
    public List<Shortage> shortages(List<ApprovalRule> rules, List<Seat> given, Collection<String> excluded,
            Instant from, Instant until) {
        return shortages(rules, given, excluded, until.isAfter(from) ? this.people.awayDuring(from, until) : Map.of());
    }

    /**
     * The same for whoever has many such questions and knows who is away.
     * @param away who cannot act in time, and when they are back, UTC
     */
    public List<Shortage> shortages(List<ApprovalRule> rules, List<Seat> given, Collection<String> excluded,
            Map<String, Instant> away) {
        Set<String> without = new TreeSet<>(excluded);
        without.addAll(away.keySet());
        given.stream().map(Seat::person).flatMap(Stream::ofNullable).forEach(without::add);
        List<ApprovalRule> seats = missing(rules, given).stream()
            .flatMap((rule) -> Collections.nCopies(rule.minimum(), rule).stream())
            .toList();
        Map<Role, Set<String>> able = able(seats.stream().map(ApprovalRule::role).collect(Collectors.toSet()), without);
        SeatPlan plan = new SeatPlan(seats.stream().map((seat) -> able.get(seat.role())).toList());
        Map<ApprovalRule, Shortage> shortages = new LinkedHashMap<>();
        for (int empty : plan.empty()) {
            ApprovalRule rule = seats.get(empty);
            Set<String> candidates = able.get(rule.role());
            shortages.computeIfAbsent(rule,
                    (key) -> new Shortage(rule, candidates.size(),
                            (candidates.size() < rule.minimum())
                                    ? this.words.tooFew(rule, candidates.size(), excluded, away)
                                    : shared(plan.rivals(empty).stream().map(seats::get).toList(), able)));
        }
        return List.copyOf(shortages.values());
    }

    /**
     * Tells whether all seats can be taken by people who exist and are enabled. Ask
     * before somebody takes a seat, without that seat and with that person among those
     * who may not, whether the others can still be taken.
     * @param seats the seats that are still free; one that names a person is that
     * person's
     * @param excluded user names of those who may not
     * @return whether it works out without anybody counting twice
     */
    public boolean solvable(List<Seat> seats, Collection<String> excluded) {
        Map<Role, Set<String>> able = able(seats.stream().map(Seat::role).collect(Collectors.toSet()), excluded);
        return new SeatPlan(seats.stream().map((seat) -> candidates(seat, able)).toList()).empty().isEmpty();
    }

    private static List<ApprovalRule> missing(List<ApprovalRule> rules, List<Seat> given) {
        return rules.stream().flatMap((rule) -> {
            long had = given.stream().filter((seat) -> seat.role() == rule.role()).count();
            return (had < rule.minimum()) ? Stream.of(new ApprovalRule(rule.role(), (int) (rule.minimum() - had)))
                    : Stream.empty();
        }).toList();
    }

    private static Set<String> candidates(Seat seat, Map<Role, Set<String>> able) {
        Set<String> holders = able.getOrDefault(seat.role(), Set.of());
        String person = seat.person();
        if (person == null) {
            return holders;
        }
        return holders.contains(person) ? Set.of(person) : Set.of();
    }

    private String shared(List<ApprovalRule> rivals, Map<Role, Set<String>> able) {
        Set<Role> roles = rivals.stream().map(ApprovalRule::role).collect(Collectors.toCollection(TreeSet::new));
        Set<String> available = new TreeSet<>();
        roles.forEach((role) -> available.addAll(able.get(role)));
        return this.words.shared(roles, rivals.size(), available);
    }

    private Map<Role, Set<String>> able(Set<Role> roles, Collection<String> without) {
        Map<Role, Set<String>> able = new HashMap<>();
        for (Role role : roles) {
            able.put(role,
                    this.people.holding(role)
                        .stream()
                        .map(PersonSummary::userName)
                        .filter((person) -> !without.contains(person))
                        .collect(Collectors.toCollection(TreeSet::new)));
        }
        return able;
    }

}
