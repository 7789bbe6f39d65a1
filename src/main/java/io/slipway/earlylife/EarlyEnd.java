package io.slipway.earlylife;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What operations asked of the service owner: to end early life support before the policy
 * lets it end.
 *
 * @param by user name of who asked, and accepted the handover
 * @param at when, UTC
 * @param reason why it should end earlier
 */
@Embeddable
public record EarlyEnd(@Column(name = "early_end_asked_by") String by, @Column(name = "early_end_asked_at") Instant at,
        @Column(name = "early_end_reason") String reason) {
}
