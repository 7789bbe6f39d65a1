package io.slipway.earlylife;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * One extension of a support period.
 *
 * @param days by how many days, 1 to 30
 * @param by user name of who decided it
 * @param at when, UTC
 */
@Embeddable
public record SupportExtension(int days, String reason, @Column(name = "decided_by") String by,
        @Column(name = "decided_at") Instant at) {
}
