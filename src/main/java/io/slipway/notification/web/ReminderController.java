package io.slipway.notification.web;

import java.util.stream.Collectors;

import io.slipway.identity.PersonDirectory;
import io.slipway.input.InvalidInputException;
import io.slipway.notification.Reminders;
import io.slipway.ui.Messages;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The button on the release manager's home that reminds whoever a release waits for.
 */
@Controller
@PreAuthorize("hasAuthority('release-manager')")
class ReminderController {

    private final Reminders reminders;

    private final PersonDirectory people;

    private final Messages messages;

    ReminderController(Reminders reminders, PersonDirectory people, Messages messages) {
        this.reminders = reminders;
        this.people = people;
        this.messages = messages;
    }

    @PostMapping("/tasks/{id}/remind")
    String remind(@PathVariable String id, RedirectAttributes redirect) {
        try {
            Reminders.Reminded done = this.reminders.remind(id);
            this.messages.success(redirect, "notification.remind.sent", done.item().stepName(),
                    done.item().businessKey(),
                    done.told().stream().map(this.people::name).collect(Collectors.joining(", ")));
        }
        catch (InvalidInputException ex) {
            redirect.addFlashAttribute("hindrance", this.messages.text(ex.code(), ex.arguments()));
        }
        return "redirect:/";
    }

}
