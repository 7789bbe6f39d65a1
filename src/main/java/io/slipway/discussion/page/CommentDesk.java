package io.slipway.discussion.page;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.discussion.Comment;
import io.slipway.discussion.CommentPlace;
import io.slipway.discussion.Discussion;
import io.slipway.discussion.Mentions;
import io.slipway.identity.PersonSummary;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.form.RefusedForm;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes comments from any page, and returns to it: with a word on who was told, or with
 * what is wrong and what was typed.
 */
@Component
public class CommentDesk {

    private final Discussion discussion;

    private final Mentions mentions;

    private final Messages words;

    CommentDesk(Discussion discussion, Mentions mentions, Messages words) {
        this.discussion = discussion;
        this.mentions = mentions;
        this.words = words;
    }

    /**
     * Adds a comment. Refuses what {@link Discussion#add} refuses, on the page.
     * @param page the page's address, with parts in braces and perhaps a query
     * @return the page again
     * @throws IOException if a file cannot be read
     */
    public ModelAndView take(CommentPlace place, CommentForm form, RedirectAttributes flash, String page,
            Object... parts) throws IOException {
        Comment added;
        try {
            added = this.discussion.add(place, form.text(), form.files());
        }
        catch (InvalidInputException ex) {
            Map<String, Object> typed = new HashMap<>();
            typed.put("comment", form.text());
            ex.problems()
                .forEach((problem) -> typed.put("file".equals(problem.field()) ? "fileProblem" : "commentProblem",
                        this.words.text(problem.code(), problem.arguments())));
            if (form.hasFiles()) {
                typed.putIfAbsent("fileProblem", this.words.text("discussion.files.again"));
            }
            return RefusedForm.with(typed, this.words.text("discussion.refused"), page, parts);
        }
        flash.addFlashAttribute("success", receipt(added));
        String address = UriComponentsBuilder.fromUriString(page).encode().buildAndExpand(parts).toUriString();
        RedirectView back = new RedirectView(address + "#comments", true, false);
        back.setExpandUriTemplateVariables(false);
        return new ModelAndView(back);
    }

    private String receipt(Comment added) {
        List<String> unknown = this.mentions.unknown(added.text());
        String told = this.mentions.people(added.text())
            .values()
            .stream()
            .map(PersonSummary::fullName)
            .collect(Collectors.joining(", "));
        String done = told.isEmpty() ? this.words.text("discussion.added")
                : this.words.text("discussion.added.told", told);
        return unknown.isEmpty() ? done
                : done + " " + this.words.text("discussion.added.unknown", String.join(", ", unknown));
    }

}
