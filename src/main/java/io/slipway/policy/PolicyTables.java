package io.slipway.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.input.NotFoundException;
import io.slipway.workflow.decision.DecisionResult;
import io.slipway.workflow.decision.DecisionTable;
import io.slipway.workflow.decision.Decisions;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decision tables for those who want to know what they say: read them, and try them
 * without keeping anything. Nobody changes them here, they are deployed with the portal.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyAuthority('release-manager', 'change-authority', 'auditor', 'administrator')")
public class PolicyTables {

    private final Decisions decisions;

    PolicyTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The tables as they decide now.
     * @return the newest version of each, by key
     */
    public List<DecisionTable> all() {
        return this.decisions.tables();
    }

    /**
     * A table as it decides now. Refuses an unknown one with a {@code NotFoundException}.
     * @return the newest version
     */
    public DecisionTable get(String decision) {
        return this.decisions.table(decision).orElseThrow(() -> new NotFoundException("decision", decision));
    }

    /**
     * A table as it decided once. Refuses an unknown one with a
     * {@code NotFoundException}.
     */
    public DecisionTable get(String decision, int version) {
        return this.decisions.table(decision, version)
            .orElseThrow(() -> new NotFoundException("decision", decision + " " + version));
    }

    /**
     * Since when a table decides as it does, and how it did before: the versions that
     * brought a difference, the newest first.
     * @return the versions, at most 50
     */
    public List<DecisionTable> changes(String decision) {
        List<DecisionTable> versions = this.decisions.versions(decision);
        List<DecisionTable> changes = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            boolean last = place + 1 == versions.size();
            if (last || !versions.get(place).decidesLike(versions.get(place + 1))) {
                changes.add(versions.get(place));
            }
        }
        return List.copyOf(changes);
    }

    /**
     * What a table would say; nothing is kept.
     * @param inputs texts, numbers and flags by the inputs' names
     */
    public DecisionResult tryOut(String decision, Map<String, Object> inputs) {
        return this.decisions.evaluate(decision, inputs);
    }

}
