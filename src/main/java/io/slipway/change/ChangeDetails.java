package io.slipway.change;

import java.util.List;

/**
 * A change record with its history, as pages and other features see it. Texts may be
 * empty while it is being written.
 *
 * @param number its number, such as {@code CHG-000001}
 * @param releaseKey key of the release whose deployment it authorises
 * @param content what is asked for
 * @param status how far it is
 * @param decisions its history, oldest first
 */
public record ChangeDetails(String number, String releaseKey, ChangeContent content, ChangeStatus status,
        List<ChangeDecision> decisions) {

    /**
     * Tells whether the deployment may begin.
     * @return whether it is authorised
     */
    public boolean authorised() {
        return this.status == ChangeStatus.AUTHORISED;
    }

}
