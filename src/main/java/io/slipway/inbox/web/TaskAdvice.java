package io.slipway.inbox.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.identity.PersonDirectory;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemConflictException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Explains what came in between, wherever it came: who was faster with a task, what they
 * did and when; or why a task is not for its reader, and for whom it is. What the reader
 * had typed is shown.
 */
@ControllerAdvice
@Order(0)
class TaskAdvice {

    private final PersonDirectory people;

    private final Times times;

    private final TaskAccess access;

    private final OutcomeWords outcomes;

    private final Messages messages;

    TaskAdvice(PersonDirectory people, Times times, TaskAccess access, OutcomeWords outcomes, Messages messages) {
        this.people = people;
        this.times = times;
        this.access = access;
        this.outcomes = outcomes;
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView somebodyWasFaster(WorkItemConflictException ex, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("inbox/conflict", HttpStatus.CONFLICT);
        WorkItem item = ex.item();
        page.addObject("item", item);
        page.addObject("facts", (item != null) ? facts(item) : Map.of());
        page.addObject("typed", Typed.of(request).filled());
        page.addObject("address", (item != null) ? "/tasks/" + item.id() : ReturnLink.HOME);
        return page;
    }

    @ExceptionHandler
    ModelAndView notForTheReader(TaskRefusedException ex, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("inbox/refused", HttpStatus.FORBIDDEN);
        page.addObject("item", ex.item());
        page.addObject("whoCan", this.access.whoCan(ex.item()));
        page.addObject("sees", this.access.maySee(ex.item()));
        page.addObject("typed", Typed.of(request).filled());
        return page;
    }

    private Map<String, String> facts(WorkItem item) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(this.messages.text("inbox.conflict.task"), item.stepName() + " · " + item.businessKey());
        if (item.open()) {
            put(facts, "inbox.conflict.taken-by", this.people.name(item.assignee()));
            return facts;
        }
        facts.put(this.messages.text("inbox.conflict.state"), this.messages.text("inbox.state." + item.state()));
        put(facts, "inbox.conflict.by", this.people.name(item.endedBy()));
        if (item.endedAt() != null) {
            put(facts, "inbox.conflict.at", this.times.shown(item.endedAt()));
        }
        if (item.outcome() != null) {
            put(facts, "inbox.conflict.outcome", this.outcomes.of(item));
        }
        return facts;
    }

    private void put(Map<String, String> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.put(this.messages.text(label), value);
        }
    }

}
