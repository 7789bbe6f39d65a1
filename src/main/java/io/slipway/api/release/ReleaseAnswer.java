package io.slipway.api.release;

import java.time.Instant;
import java.util.List;

import io.slipway.packaging.PackageDetails;
import io.slipway.planning.ReleasePlan;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ReleaseSummary;
import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * A release as tools read it. Its plan in full is at {@code /plan}.
 *
 * @param owner user name of its release manager
 * @param phase where it is on its way
 * @param status whether it is under way or how it ended
 * @param plannedStart when the deployment shall begin; null if not planned
 * @param plannedEnd when it shall be done; null if not planned
 * @param planApproved whether all who have to approve the plan have
 * @param endedAt when it ended; null while it is under way
 * @param endReason why it was cancelled or rolled back; null if it was not
 */
record ReleaseAnswer(String key, String name, ReleaseType type, DeploymentModel model, String owner, Phase phase,
        ReleaseStatus status, List<String> services, @Nullable Instant plannedStart, @Nullable Instant plannedEnd,
        boolean planApproved, Instant registeredAt, @Nullable Instant endedAt, @Nullable String endReason,
        Content content) {

    static ReleaseAnswer of(ReleaseDetails release, ReleasePlan plan, PackageDetails content) {
        return new ReleaseAnswer(release.key(), release.name(), release.type(), release.model(), release.owner(),
                release.phase(), release.status(), release.services(), release.plannedStart(), release.plannedEnd(),
                plan.approved(), release.registeredAt(), release.endedAt(), release.endReason(), Content.of(content));
    }

    /**
     * The package of a release.
     *
     * @param units its units, by name
     * @param documentation address of the documentation, empty while unknown
     * @param scripts address of the deployment scripts, empty while unknown
     * @param assembledAt when it was found complete; null before
     */
    record Content(List<UnitAnswer> units, String documentation, String scripts, @Nullable Instant assembledAt) {

        static Content of(PackageDetails content) {
            return new Content(content.units().stream().map(UnitAnswer::of).toList(), content.documentation(),
                    content.scripts(), content.assembledAt());
        }

    }

    /**
     * One page of releases.
     *
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<Row> releases, @Nullable String next) {
    }

    /**
     * A release in a list.
     *
     * @param owner user name of its release manager
     * @param phase where it is on its way
     * @param status whether it is under way or how it ended
     * @param plannedStart when the deployment shall begin; null if not planned
     */
    record Row(String key, String name, ReleaseType type, DeploymentModel model, String owner, Phase phase,
            ReleaseStatus status, List<String> services, @Nullable Instant plannedStart) {

        static Row of(ReleaseSummary release) {
            return new Row(release.key(), release.name(), release.type(), release.model(), release.owner(),
                    release.phase(), release.status(), release.services(), release.plannedStart());
        }

    }

    /**
     * A step that waits for somebody.
     *
     * @param step the step, such as {@code release/deliver-units}
     * @param role the role whose step it is
     * @param assignee user name of who has it; null if nobody
     * @param since since when it waits
     * @param due until when it should be done
     * @param escalatedTo the role of the next level, which may do it as well since it was
     * overdue; null if it was not handed up
     * @param byToken whether a token may do it, through this interface
     */
    record Step(String step, String name, String role, @Nullable String assignee, Instant since, Instant due,
            @Nullable String escalatedTo, boolean byToken) {

        /** Tools know the steps of plans and packages as steps of releases. */
        static Step of(WorkItem item) {
            return new Step(item.form().replaceFirst("^(packaging|planning)/", "release/"), item.stepName(),
                    item.role().id(), item.assignee(), item.createdAt(), item.dueAt(),
                    (item.escalatedTo() != null) ? item.escalatedTo().id() : null,
                    item.duty() != null && item.duty().automatable());
        }

    }

}
