package io.slipway.release.checklist;

import java.util.List;

import io.slipway.release.ReleaseDetails;

/**
 * Derives checklist items from the facts that a feature owns; each of the eight items has
 * exactly one source.
 */
public interface ChecklistSource {

    /**
     * The facts for a release, with as few queries as possible.
     * @return one fact for each item of this source
     */
    List<ChecklistFact> facts(ReleaseDetails release);

}
