package io.slipway.change;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * One line of a change record's history: who did what, when and why.
 *
 * @param action what was done
 * @param actor user name of who did it
 * @param at when, UTC
 * @param reason the reason, the question or the answer, if one was given
 * @param conditions under which the change was authorised, if any
 */
@Embeddable
public record ChangeDecision(@Enumerated(EnumType.STRING) ChangeAction action, String actor,
        @Column(name = "decided_at") Instant at, @Nullable String reason, @Nullable String conditions) {
}
