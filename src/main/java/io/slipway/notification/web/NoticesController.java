package io.slipway.notification.web;

import io.slipway.notification.NotificationManagement;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everybody's own notices.
 */
@Controller
@RequestMapping("/notices")
class NoticesController {

    private final NotificationManagement notifications;

    private final Messages messages;

    NoticesController(NotificationManagement notifications, Messages messages) {
        this.notifications = notifications;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("page", this.notifications.notices(from));
        return "notification/notices";
    }

    /** Marks a notice as read and goes where it leads. */
    @PostMapping("/{id}/open")
    String open(@PathVariable long id) {
        return "redirect:" + this.notifications.read(id);
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable long id) {
        this.notifications.read(id);
        return "redirect:/notices";
    }

    @PostMapping("/read")
    String readAll(RedirectAttributes flash) {
        this.notifications.readAll();
        this.messages.success(flash, "notification.notices.all-read");
        return "redirect:/notices";
    }

}
