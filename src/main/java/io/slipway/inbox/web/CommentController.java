package io.slipway.inbox.web;

import java.io.IOException;

import io.slipway.discussion.CommentPlace;
import io.slipway.discussion.page.CommentDesk;
import io.slipway.discussion.page.CommentForm;
import io.slipway.identity.Role;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

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
@PreAuthorize(Role.WORKERS)
@Navigation(Section.TASKS)
class CommentController {

    private final WorkItems workItems;

    private final TaskAccess access;

    private final CommentDesk desk;

    CommentController(WorkItems workItems, TaskAccess access, CommentDesk desk) {
        this.workItems = workItems;
        this.access = access;
        this.desk = desk;
    }

    @PostMapping("/tasks/{id}/comments")
    ModelAndView add(@PathVariable String id, CommentForm form,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes flash)
            throws IOException {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        if (!item.ofRelease()) {
            throw new NotFoundException("release", item.businessKey());
        }
        return this.desk.take(CommentPlace.task(item.id(), item.stepName(), item.businessKey()), form, flash,
                "/tasks/{id}?return={back}", item.id(), ReturnLink.of(back));
    }

}
