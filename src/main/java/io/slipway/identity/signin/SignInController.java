package io.slipway.identity.signin;

import java.time.Instant;
import java.util.List;

import io.slipway.identity.people.DemoPeople;
import io.slipway.identity.people.DemoPerson;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * The page to sign in on. The form itself is read by a filter.
 */
@Controller
class SignInController {

    private static final String PAGE = "identity/sign-in";

    private static final List<String> NOTICES = List.of("expired", "signed-out");

    private final List<DemoPerson> demoPeople;

    SignInController(ObjectProvider<DemoPeople> demoPeople) {
        this.demoPeople = demoPeople.stream().flatMap((people) -> people.all().stream()).toList();
    }

    @ModelAttribute
    void demoPeople(Model model) {
        model.addAttribute("demoPeople", this.demoPeople);
        model.addAttribute("demoPassword", DemoPeople.PASSWORD);
    }

    @GetMapping("/sign-in")
    String show(@Nullable Authentication authentication, HttpServletRequest request, Model model) {
        if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            return "redirect:/";
        }
        NOTICES.stream()
            .filter((notice) -> request.getParameter(notice) != null)
            .findFirst()
            .ifPresent((notice) -> model.addAttribute("notice", notice));
        return PAGE;
    }

    @PostMapping(SignInFailure.ADDRESS)
    String refused(HttpServletRequest request, @RequestAttribute(SignInFailure.REASON) Exception reason, Model model) {
        String refusal = "wrong";
        if (reason instanceof TooManyAttemptsException attempts) {
            refusal = "throttled";
            Instant retryAt = attempts.retryAt();
            model.addAttribute("retryAt", retryAt);
        }
        else if (reason instanceof DisabledException) {
            refusal = "disabled";
        }
        model.addAttribute("refusal", refusal);
        model.addAttribute("username", request.getParameter("username"));
        return PAGE;
    }

}
