package io.slipway.workflow;

import java.util.List;

import io.slipway.identity.Verdict;

import org.springframework.stereotype.Service;

/**
 * The former door to work items, for packages that are being moved; new code uses
 * {@link WorkItems}, {@link WorkItemRules} and {@link WorkItemActs}.
 */
@Service
public class WorkItemManagement {

    private final WorkItems items;

    private final WorkItemRules rules;

    private final WorkItemActs acts;

    WorkItemManagement(WorkItems items, WorkItemRules rules, WorkItemActs acts) {
        this.items = items;
        this.rules = rules;
        this.acts = acts;
    }

    public List<WorkItem> openOf(String businessKey) {
        return this.items.openOf(businessKey);
    }

    public List<WorkItem> decisionsOf(String businessKey) {
        return this.items.decisionsOf(businessKey);
    }

    public Verdict mayComplete(WorkItem item) {
        return this.rules.mayComplete(item);
    }

    public void rename(String businessKey, String subject) {
        this.acts.rename(businessKey, subject);
    }

    public int escalate(String businessKey, String form) {
        return this.acts.escalate(businessKey, form);
    }

}
