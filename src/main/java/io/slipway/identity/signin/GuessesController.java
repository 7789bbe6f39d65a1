package io.slipway.identity.signin;

import java.util.List;

import io.slipway.identity.guessing.GuessingEpisode;
import io.slipway.identity.guessing.GuessingManagement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Tells, right after signing in, that others tried to sign in as the same person.
 */
@Controller
class GuessesController {

    static final String ADDRESS = "/me/guesses";

    private final AskedPage asked = new AskedPage();

    private final GuessingManagement guessing;

    GuessesController(GuessingManagement guessing) {
        this.guessing = guessing;
    }

    @GetMapping(ADDRESS)
    String show(Model model) {
        List<GuessingEpisode> episodes = this.guessing.unread();
        model.addAttribute("episodes", episodes);
        return episodes.isEmpty() ? "redirect:/" : "identity/guesses";
    }

    @PostMapping(ADDRESS)
    RedirectView goOn(HttpServletRequest request, HttpServletResponse response) {
        this.guessing.read();
        SavedRequest saved = this.asked.getRequest(request, response);
        this.asked.removeRequest(request, response);
        RedirectView page = new RedirectView((saved != null) ? saved.getRedirectUrl() : "/", true);
        page.setExpandUriTemplateVariables(false);
        return page;
    }

}
