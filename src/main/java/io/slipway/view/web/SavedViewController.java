package io.slipway.view.web;

import java.util.Map;

import io.slipway.input.InvalidInputException;
import io.slipway.ui.Links;
import io.slipway.ui.Messages;
import io.slipway.ui.form.RefusedForm;
import io.slipway.view.SavedView;
import io.slipway.view.SavedViews;
import io.slipway.view.ViewedList;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Saves what a list shows, and forgets it again.
 */
@Controller
@RequestMapping("/views")
class SavedViewController {

    private final SavedViews views;

    private final Messages messages;

    SavedViewController(SavedViews views, Messages messages) {
        this.views = views;
        this.messages = messages;
    }

    @PostMapping
    ModelAndView save(@RequestParam(defaultValue = "") String list, @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes redirect) {
        ViewedList viewed = ViewedList.of(list);
        try {
            this.views.save(viewed, called, query, shared);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.at(address(viewed, query), this.messages.text(ex.code(), ex.arguments()),
                    Map.of("viewName", called, "viewShared", shared));
        }
        this.messages.success(redirect, "view.saved", called.strip());
        return new ModelAndView("redirect:" + address(viewed, query));
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    ModelAndView remove(@PathVariable long id, RedirectAttributes redirect) {
        SavedView removed = this.views.remove(id);
        this.messages.success(redirect, "view.removed", removed.name());
        return new ModelAndView("redirect:" + removed.list().path());
    }

    private static String address(ViewedList list, String query) {
        return Links.local(list.path() + (query.isEmpty() ? "" : "?" + query));
    }

}
