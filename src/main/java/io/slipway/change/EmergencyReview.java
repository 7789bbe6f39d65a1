package io.slipway.change;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The look back at an emergency change after its deployment.
 *
 * @param verdict whether it truly was an emergency
 * @param reviewer user name of who reviewed it
 * @param reviewedAt when, UTC
 */
@Embeddable
public record EmergencyReview(@Column(name = "emergency_verdict") @Enumerated(EnumType.STRING) EmergencyVerdict verdict,
        @Column(name = "emergency_findings") String findings, @Column(name = "emergency_prevention") String prevention,
        @Column(name = "emergency_reviewer") String reviewer,
        @Column(name = "emergency_reviewed_at") Instant reviewedAt) {
}
