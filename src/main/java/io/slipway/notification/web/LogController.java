package io.slipway.notification.web;

import io.slipway.input.InvalidInputException;
import io.slipway.notification.LogQuery;
import io.slipway.notification.MailState;
import io.slipway.notification.NotificationManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.form.FormText;
import io.slipway.ui.form.RefusedForm;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The log of what was sent to whom, for administrators and auditors.
 */
@Controller
@RequestMapping("/administration/notifications")
@Navigation(Navigation.Section.ADMINISTRATION)
class LogController {

    private static final String FAILED = "/administration/notifications?state=FAILED";

    private final NotificationManagement notifications;

    private final Messages messages;

    LogController(NotificationManagement notifications, Messages messages) {
        this.notifications = notifications;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String release, @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String from, Model model) {
        LogQuery query = new LogQuery(FormText.filter(release), FormText.filter(recipient),
                FormText.choice(MailState.class, state), from);
        model.addAttribute("page", this.notifications.log(query));
        model.addAttribute("query", query);
        model.addAttribute("states", MailState.values());
        model.addAttribute("mailIsOn", this.notifications.mailIsOn());
        return "notification/log";
    }

    @PreAuthorize("hasAuthority('administrator')")
    @PostMapping("/{id}/send")
    ModelAndView sendAgain(@PathVariable long id, RedirectAttributes flash) {
        try {
            this.notifications.sendAgain(id);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text("notification.log.not-failed"), FAILED);
        }
        this.messages.success(flash, "notification.log.sent-again");
        return new ModelAndView("redirect:" + FAILED);
    }

}
