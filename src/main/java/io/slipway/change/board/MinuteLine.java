package io.slipway.change.board;

import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeStatus;
import io.slipway.change.ChangeType;
import io.slipway.policy.Risk;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What the minutes say of one change.
 *
 * @param status how far it was when the line was written
 * @param votes who had voted then and under which conditions, one vote per line
 */
@Embeddable
public record MinuteLine(String number, String releaseKey, String title, @Enumerated(EnumType.STRING) ChangeType type,
        @Enumerated(EnumType.STRING) Risk risk, @Enumerated(EnumType.STRING) ChangeStatus status, String votes) {

    static MinuteLine of(ChangeDetails change, String votes) {
        return new MinuteLine(change.number(), change.releaseKey(), change.content().title(), change.content().type(),
                change.risk().risk(), change.status(), votes);
    }

}
