package io.slipway.change.web;

import java.util.List;
import java.util.Optional;

import io.slipway.change.ChangeContent;
import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeType;
import io.slipway.change.standard.StandardOffer;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.rule.RuledStep;

import org.springframework.stereotype.Component;

/**
 * A change requests itself as the standard change whose standing authorisation fits it;
 * where none fits, or several do, a person chooses how it is authorised.
 */
@Component
class RuledRequest implements RuledStep {

    private final ChangeManagement changes;

    RuledRequest(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public String key() {
        return "change/request-change";
    }

    @Override
    public Optional<RequestChangeForm> form(WorkItem item) {
        String release = item.businessKey();
        List<StandardOffer> fitting = this.changes.offers(release).stream().filter(StandardOffer::fits).toList();
        return (fitting.size() != 1) ? Optional.empty()
                : this.changes.ofRelease(release)
                    .map((change) -> standard(change.content(), fitting.get(0).change().id()))
                    .map((content) -> RequestChangeForm.of(content, this.changes.affected(release)).answered());
    }

    private static ChangeContent standard(ChangeContent draft, long authorisation) {
        return new ChangeContent(draft.title(), ChangeType.STANDARD, authorisation, draft.riskRemark(),
                draft.implementationPlan(), draft.verificationPlan(), draft.backOutPlan());
    }

}
