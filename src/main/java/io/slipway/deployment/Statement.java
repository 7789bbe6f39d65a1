package io.slipway.deployment;

import java.time.Instant;

import io.slipway.identity.Act;
import jakarta.persistence.Embeddable;

/**
 * What somebody stated about a deployment, and when.
 *
 * @param at when, UTC
 */
@Embeddable
public record Statement(String by, Instant at, String text) {

    static Statement of(Act act, String text) {
        return new Statement(act.by(), act.at(), text);
    }

}
