package io.slipway.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps apart what one person must not do alone: the one place that knows who has done
 * which duty on a subject and which named rule forbids the next one. Administrators are
 * judged like everybody else.
 */
@Service
@Transactional
public class SeparationOfDuties {

    private final JdbcClient jdbc;

    private final DutyReasons reasons;

    private final CurrentActor currentActor;

    private final Clock clock;

    SeparationOfDuties(JdbcClient jdbc, DutyReasons reasons, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.reasons = reasons;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Judges an intended duty without doing it.
     * @param decision identifies the one decision in which several people each count
     * once; null where one person decides
     * @return whether that person may, and if not which rule forbids it and why
     */
    @Transactional(readOnly = true)
    public Verdict judge(String subject, Duty duty, @Nullable String decision, String userName) {
        List<PerformedDuty> performed = performed(subject);
        Optional<PerformedDuty> sameDecision = performed.stream()
            .filter((earlier) -> decision != null && decision.equals(earlier.decision()))
            .filter((earlier) -> earlier.userName().equals(userName))
            .findFirst();
        if (sameDecision.isPresent()) {
            return refusal(DutyPolicy.COUNTS_ONCE, sameDecision.get(), duty, performed);
        }
        for (DutyPolicy policy : DutyPolicy.on(duty)) {
            Optional<PerformedDuty> conflict = performed.stream()
                .filter((earlier) -> earlier.duty() == policy.opposite(duty))
                .filter((earlier) -> earlier.userName().equals(userName))
                .findFirst();
            if (conflict.isPresent()) {
                return refusal(policy.id(), conflict.get(), duty, performed);
            }
        }
        return Verdict.permit();
    }

    /**
     * Records a performed duty. Refuses, with a {@link DutyConflictException}, what
     * {@link #judge} would refuse and what a tool attempts by a token unless the duty is
     * {@link Duty#automatable}, and holds when one person does two things at the same
     * moment: the first to take a side of a rule keeps it, by unique key.
     * @param decision as for {@link #judge}
     */
    public void perform(String subject, Duty duty, @Nullable String decision, String userName) {
        Verdict verdict = (this.currentActor.get().byToken() && !duty.automatable()) ? this.reasons.token()
                : judge(subject, duty, decision, userName);
        if (!verdict.allowed()) {
            throw new DutyConflictException(verdict);
        }
        if (!takesItsSide(subject, duty, userName) || !countsOnce(subject, duty, decision, userName)) {
            throw new DutyConflictException(judge(subject, duty, decision, userName));
        }
    }

    /** The named rules, for whoever performs the separation again on other facts. */
    public static List<DutyRule> rules() {
        return Arrays.stream(DutyPolicy.values())
            .map((policy) -> new DutyRule(policy.id(), policy.first(), policy.second()))
            .toList();
    }

    /** Whether somebody has performed a duty on a subject. */
    @Transactional(readOnly = true)
    public boolean hasPerformed(String subject, Duty duty, String userName) {
        return performed(subject).stream().anyMatch((one) -> one.duty() == duty && one.userName().equals(userName));
    }

    private boolean takesItsSide(String subject, Duty duty, String userName) {
        return DutyPolicy.on(duty).stream().allMatch((policy) -> {
            Clause
                .insert("duty_sides", "subject", subject, "policy", policy.id(), "user_name", userName, "duty",
                        duty.id())
                .append(" on duplicate key update duty = duty")
                .on(this.jdbc)
                .update();
            return Clause.of("select duty from duty_sides")
                .where(Clause.equal("subject", subject)
                    .and(Clause.equal("policy", policy.id()))
                    .and(Clause.equal("user_name", userName)))
                .append(" for update")
                .on(this.jdbc)
                .query(String.class)
                .single()
                .equals(duty.id());
        });
    }

    private boolean countsOnce(String subject, Duty duty, @Nullable String decision, String userName) {
        try {
            Clause
                .insert("performed_duties", "subject", subject, "duty", duty.id(), "decision", decision, "user_name",
                        userName, "performed_at", this.clock.instant())
                .on(this.jdbc)
                .update();
            return true;
        }
        catch (DuplicateKeyException ex) {
            return false;
        }
    }

    private List<PerformedDuty> performed(String subject) {
        return this.jdbc
            .sql("select *, performed_at at from performed_duties where subject = :subject order by id desc")
            .param("subject", subject)
            .query(PerformedDuty.class)
            .list();
    }

    private Verdict refusal(String policy, PerformedDuty earlier, Duty intended, List<PerformedDuty> performed) {
        Set<Duty> opposites = DutyPolicy.on(intended)
            .stream()
            .map((rule) -> rule.opposite(intended))
            .collect(Collectors.toSet());
        Set<String> barred = performed.stream()
            .filter((one) -> opposites.contains(one.duty())
                    || (earlier.decision() != null && earlier.decision().equals(one.decision())))
            .map(PerformedDuty::userName)
            .collect(Collectors.toSet());
        return Verdict.deny(policy, this.reasons.reason(policy, earlier, intended, barred));
    }

    /**
     * What somebody has already done on a subject.
     *
     * @param decision the decision in which it counted, if several people decided
     * @param at when, UTC
     */
    record PerformedDuty(String subject, Duty duty, @Nullable String decision, String userName, Instant at) {
    }

}
