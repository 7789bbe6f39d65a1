package io.slipway.inbox.web;

import io.slipway.inbox.CommentManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes the comments that people leave on a release's tasks.
 */
@Controller
@PreAuthorize(TaskAccess.WORKERS)
@Navigation(Section.TASKS)
class CommentController {

    private final WorkItems workItems;

    private final CommentManagement comments;

    private final DecisionPage page;

    private final TaskAccess access;

    private final Messages messages;

    CommentController(WorkItems workItems, CommentManagement comments, DecisionPage page, TaskAccess access,
            Messages messages) {
        this.workItems = workItems;
        this.comments = comments;
        this.page = page;
        this.access = access;
        this.messages = messages;
    }

    @PostMapping("/tasks/{id}/comments")
    ModelAndView add(@PathVariable String id, @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        try {
            this.comments.add(item, comment);
        }
        catch (InvalidInputException ex) {
            ModelAndView view = this.page.of(item, back);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view.addObject("comment", comment)
                .addObject("commentProblem", this.messages.text(ex.code(), ex.arguments()));
        }
        this.messages.success(redirect, "inbox.flash.commented");
        return ReturnLink.toTask(item, back);
    }

}
