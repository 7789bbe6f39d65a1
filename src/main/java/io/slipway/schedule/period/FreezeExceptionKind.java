package io.slipway.schedule.period;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.approval.Seat;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.permit.PermitKind;
import io.slipway.permit.PermitRelease;
import io.slipway.permit.PermitRequest;
import io.slipway.schedule.ReleaseCandidate;
import io.slipway.schedule.ReleaseCandidates;
import io.slipway.schedule.ScheduleManagement;

import org.springframework.stereotype.Component;

/**
 * The permit to pass hard freezes: the change authority and a service owner decide, and a
 * service owner says afterwards whether it was worth it.
 */
@Component
class FreezeExceptionKind implements PermitKind {

    private static final int FREEZES = 10;

    private final PeriodManagement periods;

    private final ReleaseCandidates releases;

    FreezeExceptionKind(PeriodManagement periods, ReleaseCandidates releases) {
        this.periods = periods;
        this.releases = releases;
    }

    @Override
    public String id() {
        return ScheduleManagement.EXCEPTION;
    }

    @Override
    public String words() {
        return "schedule.exception.";
    }

    @Override
    public List<Role> requesters() {
        return List.of(Role.RELEASE_MANAGER);
    }

    @Override
    public List<Seat> approvers() {
        return List.of(new Seat(Role.CHANGE_AUTHORITY, null), new Seat(Role.SERVICE_OWNER, null));
    }

    @Override
    public boolean approvalNeedsReason() {
        return false;
    }

    @Override
    public Duration longest() {
        return Duration.ofDays(400);
    }

    @Override
    public Closing closing() {
        return new Closing("review-freeze-exception", "reviewed", Role.SERVICE_OWNER, true);
    }

    @Override
    public Fields fields() {
        return new Fields("freezes", "reason");
    }

    @Override
    public PermitRelease release(String key) {
        ReleaseCandidate release = this.releases.find(key).orElseThrow(() -> new NotFoundException("release", key));
        return new PermitRelease(release.key(), release.name(), release.phase(), release.priority(), release.open(),
                "");
    }

    @Override
    public void check(PermitRequest asked, InputCheck check) {
        check.refuseIf(asked.subjects().size() > FREEZES, "freezes", "schedule.exception.freezes.many", FREEZES);
        Set<String> known = this.periods.freezes()
            .stream()
            .map((freeze) -> Long.toString(freeze.id()))
            .collect(Collectors.toSet());
        check.refuseIf(!known.containsAll(asked.subjects()), "freezes", "schedule.exception.freezes.over");
    }

    @Override
    public Map<String, ?> told(PermitRequest asked) {
        return Map.of("freezes",
                this.periods.freezes()
                    .stream()
                    .filter((freeze) -> asked.subjects().contains(Long.toString(freeze.id())))
                    .map(PeriodSummary::name)
                    .collect(Collectors.joining(", ")));
    }

}
