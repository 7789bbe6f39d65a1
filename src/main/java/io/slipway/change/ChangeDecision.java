package io.slipway.change;

import java.time.Instant;

import io.slipway.identity.Act;
import io.slipway.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * One line of a change record's history: who did what, in which role, when and why.
 *
 * @param actor user name of who did it
 * @param role the role in which it was done, if one counted
 * @param at when, UTC
 * @param reason the reason, the question or the answer, if one was given
 * @param conditions under which the change was authorised, if any
 */
@Embeddable
public record ChangeDecision(@Enumerated(EnumType.STRING) ChangeAction action, String actor,
        @Enumerated(EnumType.STRING) @Nullable Role role, @Column(name = "decided_at") Instant at,
        @Nullable String reason, @Nullable String conditions) {

    static ChangeDecision of(ChangeAction action, @Nullable Role role, Act act) {
        return new ChangeDecision(action, act.by(), role, act.at(), null, null);
    }

    ChangeDecision because(String given) {
        return new ChangeDecision(this.action, this.actor, this.role, this.at, given.isBlank() ? null : given,
                this.conditions);
    }

    ChangeDecision under(String given) {
        return new ChangeDecision(this.action, this.actor, this.role, this.at, this.reason,
                given.isBlank() ? null : given);
    }

}
