package io.slipway.ui.style;

import java.time.Duration;

import io.slipway.ui.Links;
import io.slipway.ui.PageFrame;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps how a browser shows the portal in its cookies: the theme, whether the menu is
 * folded to icons, and whether single keys do something. Needs no sign-in.
 */
@Controller
class ThemeController {

    @PostMapping("/theme")
    ResponseEntity<Void> choose(@RequestParam(defaultValue = "auto") String choice,
            @RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        return keep(PageFrame.THEME_COOKIE, PageFrame.THEMES.contains(choice) ? choice : "auto", from, request);
    }

    @PostMapping("/menu")
    ResponseEntity<Void> fold(@RequestParam(defaultValue = "false") String folded,
            @RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        return keep(PageFrame.MENU_COOKIE, "true".equals(folded) ? PageFrame.FOLDED : "open", from, request);
    }

    @PostMapping("/keys")
    ResponseEntity<Void> useKeys(@RequestParam(defaultValue = "true") String single,
            @RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        return keep(PageFrame.KEYS_COOKIE, "false".equals(single) ? PageFrame.OFF : "on", from, request);
    }

    private static ResponseEntity<Void> keep(String name, String value, String from, HttpServletRequest request) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
            .header(HttpHeaders.SET_COOKIE, cookie.toString())
            .header(HttpHeaders.LOCATION, Links.local(from))
            .build();
    }

}
