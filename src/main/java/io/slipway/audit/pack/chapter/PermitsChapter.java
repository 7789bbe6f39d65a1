package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.validation.gate.GateManagement;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was allowed although a rule forbade it: waivers and exceptions.
 */
@Component
@Order(80)
class PermitsChapter implements Chapter.Source {

    private final PermitManagement permits;

    private final People people;

    PermitsChapter(PermitManagement permits, People people) {
        this.permits = permits;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        List<Facts> all = Stream.of(GateManagement.WAIVER, ScheduleManagement.EXCEPTION)
            .flatMap((kind) -> this.permits.ofRelease(kind, release.key()).stream().map((one) -> permit(kind, one)))
            .toList();
        return all.isEmpty() ? Optional.empty()
                : Optional.of(new Chapter("permits", Facts.none().with("permits", all)));
    }

    private Facts permit(String kind, PermitDetails one) {
        return Facts.none()
            .with("kind", kind)
            .with("subjects", one.subjects())
            .with("status", one.status())
            .with("reason", one.reason())
            .with("followUp", one.followUp())
            .with("by", this.people.who(one.requestedBy()))
            .with("at", one.requestedAt())
            .with("expiresAt", one.expiresAt())
            .with("packageDigest", one.packageDigest())
            .with("votes",
                    one.votes()
                        .stream()
                        .map((vote) -> Facts.none()
                            .with("approved", vote.approved())
                            .with("by", this.people.who(vote.person()))
                            .with("role", vote.role())
                            .with("at", vote.at())
                            .with("reason", vote.reason()))
                        .toList())
            .with("result", one.result())
            .with("closedBy", this.people.who(one.closedBy()))
            .with("closedAt", one.closedAt());
    }

}
