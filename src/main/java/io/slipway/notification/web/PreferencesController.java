package io.slipway.notification.web;

import java.util.Arrays;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.notification.NotificationKind;
import io.slipway.notification.NotificationManagement;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everybody's own choice of mail and notices.
 */
@Controller
@RequestMapping("/account/notifications")
class PreferencesController {

    private final NotificationManagement notifications;

    private final Messages messages;

    private final CurrentActor currentActor;

    PreferencesController(NotificationManagement notifications, Messages messages, CurrentActor currentActor) {
        this.notifications = notifications;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", PreferencesForm.of(this.notifications.wishes()));
        model.addAttribute("kinds",
                Arrays.stream(NotificationKind.values())
                    .filter((kind) -> !kind.forAuditors() || this.currentActor.get().has(Role.AUDITOR))
                    .toList());
        model.addAttribute("mailIsOn", this.notifications.mailIsOn());
        return "notification/preferences";
    }

    @PostMapping
    String choose(@ModelAttribute PreferencesForm form, RedirectAttributes flash) {
        this.notifications.choose(form.wishes());
        this.messages.success(flash, "notification.preferences.chosen");
        return "redirect:/account/notifications";
    }

}
