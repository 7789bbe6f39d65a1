package io.slipway.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.slipway.identity.AllowedAddresses;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanTemplates;
import io.slipway.planning.plan.PlannedPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a plan must hold to be saved, and more of it to be submitted. A refusal names
 * every component of the plan that is at fault.
 */
@Component
class PlanRules {

    /** How long ago a start may be that somebody is just writing down. */
    private static final Duration LONGEST_BACK = Duration.ofHours(1);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(2 * 365);

    private static final Duration LONGEST_DEPLOYMENT = Duration.ofDays(90);

    private static final int MOST_APPROVERS = 10;

    private static final int MOST_ITEMS = 50;

    private static final int MOST_DEPENDENCIES = 20;

    private static final int MOST_PEOPLE = 30;

    private static final int MOST_ANNOUNCEMENTS = 20;

    private static final int LONGEST_ANNOUNCEMENT = 2000;

    private static final int LONGEST_AUDIENCE = 1000;

    private static final int LONGEST_TEXT = 8000;

    private static final int MOST_SUPPORT_DAYS = 90;

    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,190}[A-Za-z0-9]");

    private final PersonDirectory people;

    private final PlanReferences references;

    private final WaveRules waves;

    private final AllowedAddresses addresses;

    private final Clock clock;

    PlanRules(PersonDirectory people, PlanReferences references, WaveRules waves, AllowedAddresses addresses,
            Clock clock) {
        this.people = people;
        this.references = references;
        this.waves = waves;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * What must hold whenever a plan of a release is saved. Steps that are as they were
     * are not judged: whoever mends one need not mend all.
     */
    void checkSaved(String key, Plan before, Plan plan) {
        InputCheck check = new InputCheck();
        checkSaved(key, before, plan, check);
        check.forget((field) -> PlanParts.step(field).filter((step) -> PlanParts.same(before, plan, step)).isPresent());
        check.finish();
    }

    private void checkSaved(String key, @Nullable Plan before, Plan plan, InputCheck check) {
        plan.outline().check(check);
        check.meaningful("name", plan.scope().name());
        check.meaningful("scope", plan.scope().scope());
        check.meaningful("rollbackCriteria", plan.wayBack().rollbackCriteria());
        check.meaningful("rollbackPlan", plan.wayBack().rollbackPlan());
        check.meaningful("backups", plan.wayBack().backups());
        check.meaningful("communicationPlan", plan.communication().communicationPlan());
        check.optional("scope", plan.scope().scope(), LONGEST_TEXT);
        check.optional("rollbackCriteria", plan.wayBack().rollbackCriteria(), LONGEST_TEXT);
        check.optional("rollbackPlan", plan.wayBack().rollbackPlan(), LONGEST_TEXT);
        check.optional("backups", plan.wayBack().backups(), LONGEST_TEXT);
        check.optional("communicationPlan", plan.communication().communicationPlan(), LONGEST_TEXT);
        check.between("supportDays", plan.support().supportDays(), 1, MOST_SUPPORT_DAYS);
        check.refuseIf(!ENVIRONMENT.matcher(plan.scope().environment()).matches(), "environment",
                "release.plan.environment.invalid");
        checkLists(key, plan, check);
        checkTimes((before != null) ? before.times() : null, plan.times(), check);
        checkDue(before, plan, check);
        this.waves.checkSaved(plan, check);
    }

    private void checkLists(String key, Plan plan, InputCheck check) {
        List<String> items = plan.scope().items();
        List<Dependency> dependencies = plan.times().dependencies();
        List<Announcement> announcements = plan.communication().announcements();
        List<PlannedPerson> named = plan.people().people();
        check.refuseIf(items.size() > MOST_ITEMS, "items", "release.plan.items.too-many", MOST_ITEMS);
        check.refuseIf(dependencies.size() > MOST_DEPENDENCIES, "dependencies", "release.plan.dependencies.too-many",
                MOST_DEPENDENCIES);
        check.refuseIf(named.size() > MOST_PEOPLE, "people", "release.plan.people.too-many", MOST_PEOPLE);
        check.refuseIf(announcements.size() > MOST_ANNOUNCEMENTS, "announcements",
                "release.plan.announcements.too-many", MOST_ANNOUNCEMENTS);
        announcements.forEach((announcement) -> checkAnnouncement(announcement, check));
        if (check.sound("items", "people")) {
            check.include(() -> this.references.checkItems(items));
            check.include(() -> this.references.checkPeople(named));
        }
        if (check.sound("dependencies")) {
            check.include(() -> this.references.checkDependencies(key, dependencies));
        }
    }

    /** What was agreed in time may go by. */
    private void checkTimes(Plan.@Nullable Times before, Plan.Times times, InputCheck check) {
        Instant start = times.plannedStart();
        Instant end = times.plannedEnd();
        Instant now = this.clock.instant();
        if (start != null && (before == null || !start.equals(before.plannedStart()))) {
            check.refuseIf(start.isBefore(now.minus(LONGEST_BACK)), "plannedStart", "release.plan.start.past");
            check.refuseIf(start.isAfter(now.plus(LONGEST_AHEAD)), "plannedStart", "release.plan.start.too-far");
        }
        if (end != null && (before == null || !end.equals(before.plannedEnd()))) {
            check.refuseIf(end.isBefore(now.minus(LONGEST_BACK)), "plannedEnd", "release.plan.end.past");
        }
        if (start != null && end != null) {
            check.refuseIf(!end.isAfter(start), "plannedEnd", "release.plan.end.before-start");
            check.refuseIf(end.isAfter(start.plus(LONGEST_DEPLOYMENT)), "plannedEnd", "release.plan.end.too-far",
                    LONGEST_DEPLOYMENT.toDays());
        }
    }

    /** What was due before is told already. */
    private void checkDue(@Nullable Plan before, Plan plan, InputCheck check) {
        Instant now = this.clock.instant().minus(LONGEST_BACK);
        List<Announcement> announcements = plan.communication().announcements();
        for (Announcement announcement : announcements) {
            Instant due = announcement.dueAt(plan.times().plannedStart(), plan.times().plannedEnd());
            boolean known = before != null && before.communication().announcements().contains(announcement) && Objects
                .equals(due, announcement.dueAt(before.times().plannedStart(), before.times().plannedEnd()));
            check.refuseIf(due != null && due.isBefore(now) && !known, "announcements",
                    "release.plan.announcements.past", announcements.indexOf(announcement) + 1);
        }
    }

    private void checkAnnouncement(Announcement announcement, InputCheck check) {
        String field = "announcements";
        String audience = String.join(", ", announcement.audience());
        check.refuseIf(audience.isEmpty(), field, "release.plan.announcements.nobody");
        check.refuseIf(audience.length() > LONGEST_AUDIENCE, field, "release.plan.announcements.audience",
                audience.substring(0, Math.min(40, audience.length())));
        for (String one : announcement.audience()) {
            check.refuseIf(Role.of(one).isEmpty() && !ADDRESS.matcher(one).matches(), field,
                    "release.plan.announcements.audience", one);
            if (ADDRESS.matcher(one).matches() && !this.addresses.allows(one)) {
                check.refuse(field, this.addresses.domains().isEmpty() ? "release.plan.announcements.outside"
                        : "release.plan.announcements.outside-domains", one, this.addresses.domains());
            }
        }
        check.refuseIf(announcement.text().isBlank(), field, "release.plan.announcements.text");
        check.meaningful(field, announcement.text());
        check.optional(field, announcement.text(), LONGEST_ANNOUNCEMENT);
        check.refuseIf(Math.abs((long) announcement.minutes()) > LONGEST_DEPLOYMENT.toMinutes(), field,
                "release.plan.announcements.too-far", LONGEST_DEPLOYMENT.toDays());
    }

    /** What must hold when a plan is submitted. */
    void checkSubmitted(String key, Plan plan, String author) {
        InputCheck check = new InputCheck();
        checkSubmitted(key, null, plan, author, check);
        check.finish();
    }

    /**
     * As a submission, but for times that went by since.
     * @param before the plan as it was agreed; null if it was not
     */
    void checkSubmitted(String key, @Nullable Plan before, Plan plan, String author, InputCheck check) {
        checkSaved(key, before, plan, check);
        check.refuseIf(plan.scope().scope().isBlank(), "scope", "release.plan.scope.missing");
        PlanTemplates.hint(plan).ifPresent((hint) -> check.refuse("scope", "release.plan.scope.hint", hint));
        check.refuseIf(plan.scope().services().isEmpty(), "services", "release.services.missing");
        check.given("plannedStart", plan.times().plannedStart(), "release.plan.start.missing");
        check.given("plannedEnd", plan.times().plannedEnd(), "release.plan.end.missing");
        this.waves.checkSubmitted(plan, check);
        check.refuseIf(plan.wayBack().rollbackCriteria().isBlank(), "rollbackCriteria",
                "release.plan.rollback-criteria.missing");
        check.refuseIf(plan.wayBack().rollbackPlan().isBlank(), "rollbackPlan", "release.plan.rollback-plan.missing");
        check.refuseIf(plan.communication().communicationPlan().isBlank(), "communicationPlan",
                "release.plan.communication.missing");
        checkApprovers(plan.people().approvers(), author, check);
    }

    private void checkApprovers(List<String> approvers, String author, InputCheck check) {
        check.refuseIf(approvers.isEmpty(), "approvers", "release.plan.approvers.missing");
        check.refuseIf(approvers.size() > MOST_APPROVERS, "approvers", "release.plan.approvers.too-many",
                MOST_APPROVERS);
        check.refuseIf(approvers.contains(author), "approvers", "release.plan.approvers.author");
        for (String approver : approvers) {
            PersonSummary person = this.people.find(approver).orElse(null);
            if (person == null) {
                check.refuse("approvers", "release.plan.approvers.unknown", approver);
                continue;
            }
            check.refuseIf(!person.enabled(), "approvers", "release.plan.approvers.disabled", person.fullName());
            check.refuseIf(!person.roles().contains(Role.STAKEHOLDER), "approvers",
                    "release.plan.approvers.no-stakeholder", person.fullName());
        }
    }

}
