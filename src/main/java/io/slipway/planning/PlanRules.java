package io.slipway.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import io.slipway.identity.AllowedAddresses;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlannedPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a plan must hold to be saved, and more of it to be submitted. A refusal names
 * every component of the plan that is at fault.
 */
@Component
class PlanRules {

    private static final Duration LONGEST_BACK = Duration.ofDays(30);

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

    private final AllowedAddresses addresses;

    private final Clock clock;

    PlanRules(PersonDirectory people, PlanReferences references, AllowedAddresses addresses, Clock clock) {
        this.people = people;
        this.references = references;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** What must hold whenever a plan of a release is saved. */
    void checkSaved(String key, Plan plan) {
        InputCheck check = new InputCheck();
        checkSaved(key, plan, check);
        check.finish();
    }

    private void checkSaved(String key, Plan plan, InputCheck check) {
        plan.outline().check(check);
        check.optional("scope", plan.scope().scope(), LONGEST_TEXT);
        check.optional("rollbackCriteria", plan.wayBack().rollbackCriteria(), LONGEST_TEXT);
        check.optional("rollbackPlan", plan.wayBack().rollbackPlan(), LONGEST_TEXT);
        check.optional("backups", plan.wayBack().backups(), LONGEST_TEXT);
        check.optional("communicationPlan", plan.communication().communicationPlan(), LONGEST_TEXT);
        check.between("supportDays", plan.support().supportDays(), 1, MOST_SUPPORT_DAYS);
        check.refuseIf(!ENVIRONMENT.matcher(plan.scope().environment()).matches(), "environment",
                "release.plan.environment.invalid");
        checkLists(key, plan, check);
        checkTimes(plan.times(), check);
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

    private static void checkTimes(Plan.Times times, InputCheck check) {
        Instant start = times.plannedStart();
        Instant end = times.plannedEnd();
        if (start != null && end != null) {
            check.refuseIf(!end.isAfter(start), "plannedEnd", "release.plan.end.before-start");
            check.refuseIf(end.isAfter(start.plus(LONGEST_DEPLOYMENT)), "plannedEnd", "release.plan.end.too-far",
                    LONGEST_DEPLOYMENT.toDays());
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
        check.optional(field, announcement.text(), LONGEST_ANNOUNCEMENT);
        check.refuseIf(Math.abs((long) announcement.minutes()) > LONGEST_DEPLOYMENT.toMinutes(), field,
                "release.plan.announcements.too-far", LONGEST_DEPLOYMENT.toDays());
    }

    void checkSubmitted(String key, Plan plan, String author) {
        InputCheck check = new InputCheck();
        checkSaved(key, plan, check);
        check.refuseIf(plan.scope().scope().isBlank(), "scope", "release.plan.scope.missing");
        check.refuseIf(plan.scope().services().isEmpty(), "services", "release.services.missing");
        checkStart(plan.times().plannedStart(), check);
        check.given("plannedEnd", plan.times().plannedEnd(), "release.plan.end.missing");
        check.refuseIf(plan.wayBack().rollbackCriteria().isBlank(), "rollbackCriteria",
                "release.plan.rollback-criteria.missing");
        check.refuseIf(plan.wayBack().rollbackPlan().isBlank(), "rollbackPlan", "release.plan.rollback-plan.missing");
        check.refuseIf(plan.communication().communicationPlan().isBlank(), "communicationPlan",
                "release.plan.communication.missing");
        checkApprovers(plan.people().approvers(), author, check);
        check.finish();
    }

    private void checkStart(@Nullable Instant start, InputCheck check) {
        if (start == null) {
            check.refuse("plannedStart", "release.plan.start.missing");
            return;
        }
        Instant now = this.clock.instant();
        check.refuseIf(start.isBefore(now.minus(LONGEST_BACK)), "plannedStart", "release.plan.start.past",
                LONGEST_BACK.toDays());
        check.refuseIf(start.isAfter(now.plus(LONGEST_AHEAD)), "plannedStart", "release.plan.start.too-far");
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
