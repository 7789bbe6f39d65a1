package io.slipway.release;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with releases: the only door for pages, process models and
 * other features.
 */
@Service
@Transactional
public class ReleaseManagement {

    /**
     * Finds a release.
     * @param key the release's key
     * @return the release; refuses with a {@code NotFoundException} if there is none
     */
    @Transactional(readOnly = true)
    public ReleaseDetails get(String key) {
        throw new UnsupportedOperationException();
    }

    /**
     * The eight items of the checklist, derived from the facts.
     * @param release the release
     * @return one fact per item, in the checklist's order
     */
    @Transactional(readOnly = true)
    public List<ChecklistFact> checklist(ReleaseDetails release) {
        throw new UnsupportedOperationException();
    }

}
