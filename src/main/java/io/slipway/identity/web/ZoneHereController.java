package io.slipway.identity.web;

import java.time.Duration;

import io.slipway.identity.people.OwnAccount;
import io.slipway.ui.Links;
import io.slipway.ui.Messages;
import io.slipway.ui.PageFrame;
import io.slipway.ui.ZoneNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes the answer of who was asked whether times shall be shown as they are where the
 * browser is. A no is kept in the browser, for that zone.
 */
@Controller
class ZoneHereController {

    private final OwnAccount account;

    private final Messages messages;

    ZoneHereController(OwnAccount account, Messages messages) {
        this.account = account;
        this.messages = messages;
    }

    @PostMapping("/me/zone/here")
    String answer(@RequestParam String zone, @RequestParam String answer, @RequestParam(defaultValue = "/") String from,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        if (ZoneNames.find(zone).isEmpty()) {
            flash.addFlashAttribute("problem", this.messages.text("identity.zone.unknown", zone));
        }
        else if (answer.equals("take")) {
            this.account.readTimesIn(zone);
            this.messages.success(flash, "identity.me.zone-chosen", zone);
        }
        else {
            response.addHeader(HttpHeaders.SET_COOKIE, kept(zone, request).toString());
        }
        return "redirect:" + Links.local(from);
    }

    private static ResponseCookie kept(String zone, HttpServletRequest request) {
        return ResponseCookie.from(PageFrame.ZONE_COOKIE, zone.strip())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    }

}
