package io.slipway.schedule.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.input.NotFoundException;
import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitEvidence;
import io.slipway.schedule.ReleaseCandidate;
import io.slipway.schedule.ReleaseCandidates;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.period.PeriodSummary;

import org.springframework.stereotype.Component;

/**
 * What decides on an exception, and what its review looks back at: the exception, its
 * freezes, the release's planned time.
 */
@Component
class ExceptionEvidence implements PermitEvidence {

    private final PeriodManagement periods;

    private final ReleaseCandidates releases;

    ExceptionEvidence(PeriodManagement periods, ReleaseCandidates releases) {
        this.periods = periods;
        this.releases = releases;
    }

    @Override
    public String kind() {
        return ScheduleManagement.EXCEPTION;
    }

    @Override
    public Map<String, Object> of(PermitDetails permit) {
        return Map.of("exception", permit, "freezes", freezes(List.of(permit)), "candidate",
                release(permit.releaseKey()));
    }

    /** The freezes that some exceptions are from, each once. */
    List<PeriodSummary> freezes(List<PermitDetails> exceptions) {
        return this.periods
            .find(exceptions.stream().flatMap((one) -> one.subjects().stream()).distinct().map(Long::valueOf).toList());
    }

    /** The release of a key in any case. Refuses one that there is not. */
    ReleaseCandidate release(String key) {
        return this.releases.find(key.strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new NotFoundException("release", key));
    }

}
