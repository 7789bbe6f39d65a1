package io.slipway.release;

import io.slipway.input.InputCheck;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;

/**
 * What the record of a release keeps of its plan: what it is called, what it touches,
 * where and when, as registers, schedules and collisions ask for it.
 */
public record ReleaseOutline(String name, ReleaseType type, DeploymentModel model, ReleaseSchedule schedule) {

    private static final int LONGEST_NAME = 120;

    private static final int MOST_SERVICES = 20;

    private static final int LONGEST_SERVICE = 80;

    static ReleaseOutline of(RegisterRelease command, String name) {
        return new ReleaseOutline(name, command.type(), command.model(), new ReleaseSchedule(command.services(),
                ReleaseSchedule.PRODUCTION, null, null, command.type().supportDays()));
    }

    /** Checks what registers hold, with the fields of a plan. */
    public void check(InputCheck check) {
        check.required("name", this.name, LONGEST_NAME, "release.plan.name.missing");
        check.refuseIf(this.schedule.services().size() > MOST_SERVICES, "services", "release.services.too-many",
                MOST_SERVICES);
        for (String service : this.schedule.services()) {
            check.refuseIf(service.length() > LONGEST_SERVICE, "services", "release.services.too-long",
                    LONGEST_SERVICE);
        }
    }

}
