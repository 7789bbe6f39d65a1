package io.slipway.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.ui.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a plan must hold to be saved, and more of it to be submitted. Refuses with an
 * {@link InvalidInputException} that names the plan's component.
 */
@Component
class PlanRules {

    private static final Duration LONGEST_BACK = Duration.ofDays(30);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(2 * 365);

    private static final Duration LONGEST_DEPLOYMENT = Duration.ofDays(90);

    private static final int MOST_SERVICES = 20;

    private static final int MOST_APPROVERS = 10;

    private static final int LONGEST_SERVICE = 80;

    private final PersonDirectory people;

    private final Clock clock;

    PlanRules(PersonDirectory people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    void checkSaved(PlanDraft draft) {
        refuseIf(draft.name().isBlank(), "name", "release.plan.name.missing");
        checkServices(draft.services());
        Instant start = draft.plannedStart();
        Instant end = draft.plannedEnd();
        if (start != null && end != null) {
            refuseIf(!end.isAfter(start), "plannedEnd", "release.plan.end.before-start");
            refuseIf(end.isAfter(start.plus(LONGEST_DEPLOYMENT)), "plannedEnd", "release.plan.end.too-far",
                    LONGEST_DEPLOYMENT.toDays());
        }
    }

    void checkServices(List<String> services) {
        refuseIf(services.size() > MOST_SERVICES, "services", "release.services.too-many", MOST_SERVICES);
        for (String service : services) {
            refuseIf(service.length() > LONGEST_SERVICE, "services", "release.services.too-long", LONGEST_SERVICE);
        }
    }

    void checkSubmitted(PlanDraft draft, String author) {
        checkSaved(draft);
        refuseIf(draft.scope().isBlank(), "scope", "release.plan.scope.missing");
        refuseIf(draft.services().isEmpty(), "services", "release.services.missing");
        checkStart(draft.plannedStart());
        refuseIf(draft.plannedEnd() == null, "plannedEnd", "release.plan.end.missing");
        refuseIf(draft.rollbackCriteria().isBlank(), "rollbackCriteria", "release.plan.rollback-criteria.missing");
        refuseIf(draft.rollbackPlan().isBlank(), "rollbackPlan", "release.plan.rollback-plan.missing");
        refuseIf(draft.communicationPlan().isBlank(), "communicationPlan", "release.plan.communication.missing");
        refuseIf(draft.supportDays() < 1, "supportDays", "release.plan.support-days.missing");
        checkApprovers(draft.approvers(), author);
    }

    private void checkStart(@Nullable Instant start) {
        if (start == null) {
            throw new InvalidInputException("plannedStart", "release.plan.start.missing");
        }
        Instant now = this.clock.instant();
        refuseIf(start.isBefore(now.minus(LONGEST_BACK)), "plannedStart", "release.plan.start.past",
                LONGEST_BACK.toDays());
        refuseIf(start.isAfter(now.plus(LONGEST_AHEAD)), "plannedStart", "release.plan.start.too-far");
    }

    private void checkApprovers(List<String> approvers, String author) {
        refuseIf(approvers.isEmpty(), "approvers", "release.plan.approvers.missing");
        refuseIf(approvers.size() > MOST_APPROVERS, "approvers", "release.plan.approvers.too-many", MOST_APPROVERS);
        refuseIf(approvers.contains(author), "approvers", "release.plan.approvers.author");
        for (String approver : approvers) {
            PersonSummary person = this.people.find(approver)
                .orElseThrow(() -> new InvalidInputException("approvers", "release.plan.approvers.unknown", approver));
            refuseIf(!person.enabled(), "approvers", "release.plan.approvers.disabled", person.fullName());
            refuseIf(!person.roles().contains(Role.STAKEHOLDER), "approvers", "release.plan.approvers.no-stakeholder",
                    person.fullName());
        }
    }

    private static void refuseIf(boolean condition, String field, String code, Object... arguments) {
        if (condition) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

}
