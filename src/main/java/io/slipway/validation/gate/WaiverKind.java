package io.slipway.validation.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.approval.Seat;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.packaging.PackageManagement;
import io.slipway.permit.PermitKind;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRelease;
import io.slipway.permit.PermitRequest;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;

import org.springframework.stereotype.Component;

/**
 * The permit to go on although gates fail: a service owner decides, it counts for one
 * package only, and the test manager says what became of what was promised.
 */
@Component
class WaiverKind implements PermitKind {

    private final GateManagement gates;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    WaiverKind(GateManagement gates, ReleaseManagement releases, PackageManagement packages) {
        this.gates = gates;
        this.releases = releases;
        this.packages = packages;
    }

    @Override
    public String id() {
        return GateManagement.WAIVER;
    }

    @Override
    public String words() {
        return "validation.waiver.";
    }

    @Override
    public List<Role> requesters() {
        return List.of(Role.RELEASE_MANAGER, Role.TEST_MANAGER);
    }

    @Override
    public List<Seat> approvers() {
        return List.of(new Seat(Role.SERVICE_OWNER, null));
    }

    @Override
    public boolean approvalNeedsReason() {
        return true;
    }

    @Override
    public Duration longest() {
        return Duration.ofDays(90);
    }

    @Override
    public Closing closing() {
        return new Closing("confirm-follow-up", "followed-up", Role.TEST_MANAGER, false);
    }

    @Override
    public Fields fields() {
        return new Fields("facts", "justification");
    }

    @Override
    public PermitRelease release(String key) {
        ReleaseDetails release = this.releases.get(key);
        return new PermitRelease(release.key(), release.name(), release.phase().name(), release.type().priority(),
                release.open(), this.packages.get(release.key()).digest());
    }

    @Override
    public void check(PermitRequest asked, InputCheck check) {
        Set<String> stopping = this.gates.of(this.releases.get(asked.releaseKey()))
            .stoppingValidation()
            .stream()
            .map(Gate::fact)
            .collect(Collectors.toSet());
        check.refuseIf(!stopping.containsAll(asked.subjects()), "facts", "validation.waiver.facts.pass");
        check.required("followUp", asked.followUp(), PermitManagement.TEXT, "validation.waiver.followUp.missing");
    }

    @Override
    public Map<String, ?> told(PermitRequest asked) {
        return Map.of("facts", String.join(", ", asked.subjects()), "followUp", asked.followUp());
    }

}
