package io.slipway.change.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.planning.plan.Plan;
import io.slipway.policy.Risk;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Standing authorisations for kinds of change: release managers and the change authority
 * propose them, somebody else of the change authority authorises them.
 */
@Service
@Transactional
public class StandardChangeManagement {

    private static final int OFFERS = 50;

    private static final int REASON = 2000;

    private final StandardRepository standardChanges;

    private final StandardFit fit;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final Clock clock;

    StandardChangeManagement(StandardRepository standardChanges, StandardFit fit, JdbcClient jdbc, Journal journal,
            Clock clock) {
        this.standardChanges = standardChanges;
        this.fit = fit;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Proposes a standing authorisation. Refuses what is missing, too long or too much, a
     * name that is taken, and a rule that is over before it begins.
     * @param proposed what it is and when it may be used
     */
    @PreAuthorize("hasAnyAuthority('release-manager', 'change-authority')")
    public long propose(StandardRule proposed) {
        InputCheck check = new InputCheck();
        StandardRule rule = proposed.sound(check);
        check.refuseIf(this.standardChanges.existsByName(rule.name()), "name", "change.standard.taken", rule.name());
        check.refuseIf(check.sound("validUntil") && rule.validUntil().isBefore(today()), "validUntil",
                "change.standard.validUntil.past");
        check.finish();
        StandardChange change = this.standardChanges.saveAndFlush(StandardChange.propose(rule, this.journal.act()));
        write("standard-change.proposed", change, null, null);
        return change.id();
    }

    /**
     * Authorises a proposed one. Refuses its proposer, whatever roles that person holds.
     * @param id its number
     */
    @PreAuthorize("hasAuthority('change-authority')")
    public void authorise(long id) {
        StandardChange change = change(id);
        change.authorise(this.journal.act());
        write("standard-change.authorised", change, Role.CHANGE_AUTHORITY, null);
    }

    /**
     * Declines a proposed one. Refuses its proposer, and a missing reason.
     * @param id its number
     * @param reason why, 1 to 2,000 characters
     */
    @PreAuthorize("hasAuthority('change-authority')")
    public void decline(long id, String reason) {
        StandardChange change = change(id);
        String why = given(reason);
        change.decline(why, this.journal.act());
        write("standard-change.declined", change, Role.CHANGE_AUTHORITY, why);
    }

    /**
     * Withdraws an authorised one: nothing may use it from now on. Refuses a missing
     * reason.
     * @param id its number
     * @param reason why, 1 to 2,000 characters
     */
    @PreAuthorize("hasAuthority('change-authority')")
    public void withdraw(long id, String reason) {
        StandardChange change = change(id);
        String why = given(reason);
        change.withdraw(why, this.journal.act());
        write("standard-change.withdrawn", change, Role.CHANGE_AUTHORITY, why);
    }

    /**
     * A page of all standing authorisations.
     * @param from the cursor, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<StandardDetails> list(String from) {
        return KeyPage.of(this.standardChanges.page(from, Limit.of(KeyPage.size() + 1))
            .stream()
            .map(StandardChange::details)
            .toList(), (details) -> details.rule().name());
    }

    /**
     * Finds one.
     * @param id its number; refuses an unknown one with a {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    public StandardDetails get(long id) {
        return change(id).details();
    }

    /**
     * How often one was used in the present calendar month, UTC.
     * @param id its number
     * @return the number of changes that it authorised
     */
    @Transactional(readOnly = true)
    public int usesThisMonth(long id) {
        return uses(List.of(id)).getOrDefault(id, 0);
    }

    /**
     * The authorised ones, the first 50 by name, each with what speaks against its use.
     * @param plan the plan of what would be deployed
     */
    @Transactional(readOnly = true)
    public List<StandardOffer> offers(Plan plan, Risk risk) {
        return offers().apply(plan, risk);
    }

    /**
     * The same for any number of plans, without asking the database again.
     * @return what gives the offers for a plan and its risk
     */
    @Transactional(readOnly = true)
    public BiFunction<Plan, Risk, List<StandardOffer>> offers() {
        List<StandardDetails> authorised = this.standardChanges
            .findByStatusOrderByName(StandardStatus.AUTHORISED, Limit.of(OFFERS))
            .stream()
            .map(StandardChange::details)
            .toList();
        Map<Long, Integer> uses = uses(authorised.stream().map(StandardDetails::id).toList());
        return (plan, risk) -> authorised.stream()
            .map((change) -> new StandardOffer(change,
                    this.fit.against(change, plan, risk, uses.getOrDefault(change.id(), 0), today())))
            .toList();
    }

    /**
     * Refuses, at the field, a use that the rule does not allow.
     * @param id number of the standing authorisation; null if none was chosen
     * @param plan the plan of what would be deployed
     */
    @Transactional(readOnly = true)
    public void expectFit(@Nullable Long id, Plan plan, Risk risk) {
        if (id == null) {
            throw new InvalidInputException("standardChange", "change.standard.missing");
        }
        List<String> against = judge(change(id), plan, risk);
        if (!against.isEmpty()) {
            throw new InvalidInputException("standardChange", "change.standard.no-fit", String.join(" ", against));
        }
    }

    /**
     * What speaks against a use at this moment. Uses of the same standing authorisation
     * wait for each other, so that no month has one too many.
     * @param id number of the standing authorisation; null if none was chosen
     * @param plan the plan of what would be deployed
     * @return sentences for people; empty if it may be used
     */
    public List<String> against(@Nullable Long id, Plan plan, Risk risk) {
        if (id == null) {
            return List.of(this.fit.say("change.standard.missing"));
        }
        StandardChange change = this.standardChanges.lock(id)
            .orElseThrow(() -> new NotFoundException("standard change", Long.toString(id)));
        return judge(change, plan, risk);
    }

    /**
     * Why a use does not count although its rule fits: something else would be deployed.
     */
    public String changedSince() {
        return this.fit.say("change.standard.against.changed");
    }

    private List<String> judge(StandardChange change, Plan plan, Risk risk) {
        return this.fit.against(change.details(), plan, risk, usesThisMonth(change.id()), today());
    }

    private Map<Long, Integer> uses(List<Long> ids) {
        Map<Long, Integer> uses = new TreeMap<>();
        if (!ids.isEmpty()) {
            LocalDate month = today().withDayOfMonth(1);
            this.jdbc.sql("""
                    select standard_change, count(*) as uses from change_records
                     where standard_change in (:ids) and decided_at >= :month and decided_at < :next
                       and status <> 'REJECTED'
                     group by standard_change""")
                .param("ids", ids)
                .param("month", month)
                .param("next", month.plusMonths(1))
                .query(Uses.class)
                .list()
                .forEach((one) -> uses.put(one.standardChange(), one.uses()));
        }
        return uses;
    }

    private StandardChange change(long id) {
        return this.standardChanges.findById(id)
            .orElseThrow(() -> new NotFoundException("standard change", Long.toString(id)));
    }

    private static String given(String reason) {
        return InputCheck.text("reason", reason, REASON, "change.standard.reason.missing");
    }

    private void write(String action, StandardChange change, @Nullable Role role, @Nullable String reason) {
        StandardRule rule = change.details().rule();
        Map<String, Object> values = new TreeMap<>();
        values.put("name", rule.name());
        values.put("services", change.details().services());
        values.put("models", rule.models().stream().sorted().toList());
        values.put("maxRisk", rule.maxRisk());
        values.put("schemaChange", rule.schemaChange());
        values.put("validUntil", rule.validUntil().toString());
        values.put("usesPerMonth", rule.usesPerMonth());
        this.journal.record(JournalEntry.of(action, "standard-change", Long.toString(change.id()))
            .as(role)
            .because(reason)
            .with(values));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
    }

    private record Uses(long standardChange, int uses) {
    }

}
