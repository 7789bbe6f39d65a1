package io.slipway.discussion.web;

import java.io.IOException;

import io.slipway.discussion.CommentFile;
import io.slipway.discussion.CommentPlace;
import io.slipway.discussion.Discussion;
import io.slipway.discussion.page.CommentDesk;
import io.slipway.discussion.page.CommentForm;
import io.slipway.identity.Role;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Download;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes comments on the page of a release, and gives out the files of any comment.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/{key}/comments")
class DiscussionController {

    private final ReleaseManagement releases;

    private final Discussion discussion;

    private final CommentDesk desk;

    DiscussionController(ReleaseManagement releases, Discussion discussion, CommentDesk desk) {
        this.releases = releases;
        this.discussion = discussion;
        this.desk = desk;
    }

    @PostMapping
    @PreAuthorize(Role.WORKERS)
    ModelAndView add(@PathVariable String key, CommentForm form, RedirectAttributes flash) throws IOException {
        String release = this.releases.get(key).key();
        return this.desk.take(CommentPlace.release(release), form, flash, "/releases/{key}/discussion", release);
    }

    @GetMapping("/{id:\\d{1,18}}/files/{number:\\d{1,3}}")
    ResponseEntity<Resource> download(@PathVariable String key, @PathVariable long id, @PathVariable int number) {
        CommentFile file = this.discussion.get(key, id)
            .files()
            .stream()
            .filter((one) -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("file", String.valueOf(number)));
        return Download.of(file.name(), file.size(), this.discussion.content(file));
    }

}
