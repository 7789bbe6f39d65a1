package io.slipway.identity.web;

import java.security.Principal;

import io.slipway.identity.guessing.KnownDevices;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.session.SessionManagement;
import io.slipway.ui.Messages;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where one is signed in, and ending it: everybody for themselves, administrators for
 * others on the page of the person.
 */
@Controller
class SessionsController {

    private static final String OWN = "/me/sessions";

    private static final String OTHERS = "/administration/people/{userName}/sessions";

    private static final String ADMINISTRATOR = "hasAuthority('administrator')";

    private final SessionManagement sessions;

    private final KnownDevices devices;

    private final PersonManagement people;

    private final Messages messages;

    SessionsController(SessionManagement sessions, KnownDevices devices, PersonManagement people, Messages messages) {
        this.sessions = sessions;
        this.devices = devices;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping(OWN)
    String own(HttpSession session, Model model) {
        model.addAttribute("sessions", this.sessions.own(session.getId()));
        return "identity/sessions";
    }

    @PostMapping(OWN + "/{handle}/end")
    String endOwn(@PathVariable String handle, RedirectAttributes flash) {
        this.sessions.end(handle);
        return done(OWN, flash);
    }

    @PostMapping(OWN + "/end-others")
    String endOthers(HttpSession session, Principal principal, RedirectAttributes flash) {
        this.sessions.endOthers(session.getId());
        this.devices.forget(principal.getName());
        return done(OWN, flash);
    }

    @PostMapping(OTHERS + "/{handle}/end")
    @PreAuthorize(ADMINISTRATOR)
    String end(@PathVariable String userName, @PathVariable String handle, RedirectAttributes flash) {
        this.sessions.end(this.people.get(userName).userName(), handle);
        flash.addAttribute("userName", userName);
        return done("/administration/people/{userName}", flash);
    }

    @PostMapping(OTHERS + "/end-all")
    @PreAuthorize(ADMINISTRATOR)
    String endAll(@PathVariable String userName, RedirectAttributes flash) {
        this.sessions.endAll(this.people.get(userName).userName());
        flash.addAttribute("userName", userName);
        return done("/administration/people/{userName}", flash);
    }

    private String done(String page, RedirectAttributes flash) {
        this.messages.success(flash, "identity.session.ended");
        return "redirect:" + page;
    }

}
