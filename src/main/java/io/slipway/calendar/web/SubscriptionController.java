package io.slipway.calendar.web;

import io.slipway.calendar.Layer;
import io.slipway.calendar.SubscriptionManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.PortalAddress;
import io.slipway.ui.form.FormErrors;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everybody's own calendar addresses: to make one, to see which are used, to revoke one.
 */
@Controller
@RequestMapping("/calendar/subscriptions")
@Navigation(Section.CALENDAR)
class SubscriptionController {

    private static final String PAGE = "calendar/subscriptions";

    private final SubscriptionManagement subscriptions;

    private final PortalAddress portal;

    private final Messages messages;

    SubscriptionController(SubscriptionManagement subscriptions, PortalAddress portal, Messages messages) {
        this.subscriptions = subscriptions;
        this.portal = portal;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", SubscriptionForm.empty());
        return page(model);
    }

    @PostMapping
    ModelAndView create(@ModelAttribute("form") SubscriptionForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        try {
            String token = this.subscriptions.create(form.name(), form.chosen());
            flash.addFlashAttribute("feed", this.portal.of("/calendar/feed/" + token + ".ics"));
            return new ModelAndView("redirect:/calendar/subscriptions");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return new ModelAndView(page(model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes flash) {
        this.subscriptions.revoke(id);
        this.messages.success(flash, "calendar.subscription.revoked");
        return "redirect:/calendar/subscriptions";
    }

    private String page(Model model) {
        model.addAttribute("subscriptions", this.subscriptions.own());
        model.addAttribute("layers", Layer.values());
        model.addAttribute("most", SubscriptionManagement.MOST);
        return PAGE;
    }

}
