package io.slipway.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The schedule as rules and pages ask it: windows, freezes, exceptions, the stopped line.
 */
@Service
@Transactional(readOnly = true)
public class ScheduleManagement {

    /**
     * Judges a deployment at its time. A stopped line is not looked at: it concerns
     * starts only.
     * @param slot the deployment
     * @param windowRequired whether it needs a window
     * @param freezeBinding whether freezes bind it
     * @return the verdict with every finding, and the next opening
     */
    public ScheduleVerdict judge(DeploymentSlot slot, boolean windowRequired, boolean freezeBinding) {
        return new ScheduleVerdict(List.of(), slot.start());
    }

    /**
     * The occurrences of windows and freezes that overlap a period.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @param limit the most to return
     * @return the occurrences by start
     */
    public List<Occurrence> occurrences(Instant from, Instant to, int limit) {
        return List.of();
    }

    /**
     * Whether the line is stopped.
     * @return by whom and why, if it is
     */
    public Optional<LineStop> stopped() {
        return Optional.empty();
    }

}
