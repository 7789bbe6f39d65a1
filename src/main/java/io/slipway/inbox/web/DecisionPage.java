package io.slipway.inbox.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.slipway.discussion.Discussion;
import io.slipway.identity.Verdict;
import io.slipway.inbox.Draft;
import io.slipway.inbox.DraftManagement;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.PageContent;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.Suspension;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemRules;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.seen.SeenDecisions;
import io.slipway.workflow.seen.StepFacts;
import io.slipway.workflow.seen.StepFacts.Facts;
import io.slipway.workflow.step.Steps;
import io.slipway.workflow.step.WorkItemGuides;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts the decision page together: what is asked, the evidence, the release at a glance,
 * the form, or who decided it and what somebody typed too late.
 */
@Component
class DecisionPage {

    private final WorkItems workItems;

    private final WorkItemRules rules;

    private final WorkItemGuides guides;

    private final Suspensions suspensions;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final DraftManagement drafts;

    private final Discussion discussion;

    private final Steps steps;

    private final StepForms forms;

    private final TaskAccess access;

    private final StepFacts facts;

    private final SeenDecisions seen;

    private final ReadOnce once;

    /** The request of the thread: a proxy. */
    private final HttpServletRequest request;

    DecisionPage(WorkItems workItems, WorkItemRules rules, WorkItemGuides guides, Suspensions suspensions,
            ReleaseManagement releases, PackageManagement packages, DraftManagement drafts, Discussion discussion,
            Steps steps, StepForms forms, TaskAccess access, StepFacts facts, SeenDecisions seen, ReadOnce once,
            HttpServletRequest request) {
        this.workItems = workItems;
        this.rules = rules;
        this.guides = guides;
        this.suspensions = suspensions;
        this.releases = releases;
        this.packages = packages;
        this.drafts = drafts;
        this.discussion = discussion;
        this.steps = steps;
        this.forms = forms;
        this.access = access;
        this.facts = facts;
        this.seen = seen;
        this.once = once;
        this.request = request;
    }

    /** The page as opened: with the reader's draft, if there is one. */
    ModelAndView of(WorkItem item, @Nullable String back) {
        return this.once.during(() -> opened(item, back));
    }

    private ModelAndView opened(WorkItem item, @Nullable String back) {
        String part = part(item);
        Optional<Draft> draft = this.drafts.find(item.id(), part);
        ModelAndView page = with(item, null, back);
        draft.ifPresent((found) -> page.addObject("draft", found));
        TaskView task = (TaskView) page.getModel().get("task");
        if (item.open() && task.verdict().allowed()) {
            BoundForm<?> form = draft.isPresent() ? this.forms.restored(item, new Typed(draft.get().fields()))
                    : this.forms.fresh(item, part);
            form.expose(page.getModelMap());
        }
        else {
            draft.ifPresent((found) -> page.addObject("typed", new Typed(found.fields()).filled()));
        }
        return page;
    }

    /** The part of the form that the request asks for, or is of. */
    String part(WorkItem item) {
        return this.steps.of(item).part(item, FormText.of(this.request.getParameter("part")));
    }

    /** The page with a form as it was sent, or without. */
    ModelAndView of(WorkItem item, @Nullable BoundForm<?> form, @Nullable String back) {
        return this.once.during(() -> with(item, form, back));
    }

    private ModelAndView with(WorkItem item, @Nullable BoundForm<?> form, @Nullable String back) {
        ModelAndView page = new ModelAndView("inbox/task");
        page.addAllObjects(Map.of("item", item, "task", view(item, back), "priority", Priority.of(item)));
        if (item.ofRelease()) {
            ReleaseDetails release = this.releases.get(item.businessKey());
            page.addAllObjects(Map.of("release", release, "content", this.packages.get(release.key())));
        }
        if (item.open()) {
            PageContent.add(page, this.steps.of(item).evidence(item));
            String part = part(item);
            page.addObject("part", part);
            page.addObject("drafts", part.isEmpty() ? List.of() : this.drafts.parts(item.id()));
        }
        else {
            page.addObject("seen", this.seen.of(List.of(item.id())).get(item.id()));
        }
        if (form != null) {
            form.expose(page.getModelMap());
        }
        return page;
    }

    private TaskView view(WorkItem item, @Nullable String back) {
        Verdict verdict = item.open() ? this.rules.mayComplete(item) : Verdict.permit();
        List<WorkItem> decisions = new ArrayList<>(this.workItems.decisionsOf(item.businessKey()));
        decisions.removeIf((decided) -> decided.id().equals(item.id()));
        Collections.reverse(decisions);
        @Nullable Suspension suspension = (item.open() && item.suspended()) ? this.suspensions.of(item.businessKey()).orElse(null)
                : null;
        Facts shown = item.open() ? this.facts.of(item) : Facts.NONE;
        return new TaskView(this.steps.of(item).template(item), this.guides.of(item), shown.all(), shown.mark(),
                verdict, suspension, this.access.mayAssign(item), item.ofRelease() && this.access.hasPart(item),
                suspension == null && this.access.isAssignee(item), this.access.whoCan(item), decisions, this.discussion
                    .of(item.businessKey(), Objects.requireNonNullElse(this.request.getParameter("comments"), "")),
                ReturnLink.of(back));
    }

}
