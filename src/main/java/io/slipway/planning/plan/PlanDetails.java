package io.slipway.planning.plan;

import java.util.Comparator;
import java.util.List;

/**
 * The parts of a plan that reach beyond the release itself: where it goes, what it
 * touches, on which releases and people it counts, and who is told.
 *
 * @param environment where it is deployed to, such as {@code production}
 * @param schemaChange whether a database schema changes
 * @param items keys of the affected configuration items, sorted
 * @param dependencies what it asks of other releases, by their key
 * @param announcements the entries of the communication plan, in their order
 * @param backups what is backed up, and where
 * @param people whom it counts on, by role and user name
 */
public record PlanDetails(String environment, boolean schemaChange, List<String> items, List<Dependency> dependencies,
        List<Announcement> announcements, String backups, List<PlannedPerson> people) {

    /** Where releases go unless their plan says otherwise. */
    public static final String PRODUCTION = "production";

    /** What a plan holds before anybody wrote it. */
    public static final PlanDetails NONE = new PlanDetails(PRODUCTION, false, List.of(), List.of(), List.of(), "",
            List.of());

    public PlanDetails {
        items = items.stream().distinct().sorted().toList();
        dependencies = dependencies.stream()
            .distinct()
            .sorted(Comparator.comparing(Dependency::release).thenComparing(Dependency::kind))
            .toList();
        announcements = List.copyOf(announcements);
        people = people.stream()
            .distinct()
            .sorted(Comparator.comparing(PlannedPerson::role).thenComparing(PlannedPerson::userName))
            .toList();
    }

}
