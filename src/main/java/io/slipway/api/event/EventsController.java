package io.slipway.api.event;

import io.slipway.ui.Navigation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows what tools told: every event with what became of it and why.
 */
@Controller
@RequestMapping("/administration/events")
@Navigation(Navigation.Section.ADMINISTRATION)
@PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
@EnableConfigurationProperties(EventProperties.class)
class EventsController {

    private final EventLog log;

    EventsController(EventLog log) {
        this.log = log;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable EventState state,
            @RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("states", EventState.values());
        model.addAttribute("state", state);
        model.addAttribute("page", this.log.list(state, from));
        return "api/events";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("event", this.log.get(id));
        return "api/event";
    }

}
