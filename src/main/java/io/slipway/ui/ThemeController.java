package io.slipway.ui;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps the choice of theme in a cookie of the browser; needs no sign-in.
 */
@Controller
class ThemeController {

    @PostMapping("/theme")
    ResponseEntity<Void> choose(@RequestParam(defaultValue = "auto") String choice,
            @RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        String theme = PageFrame.THEMES.contains(choice) ? choice : "auto";
        ResponseCookie cookie = ResponseCookie.from(PageFrame.THEME_COOKIE, theme)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
            .header(HttpHeaders.SET_COOKIE, cookie.toString())
            .header(HttpHeaders.LOCATION, local(from))
            .build();
    }

    /** Never leads away from the portal, whatever the form said. */
    private static String local(String from) {
        return from.matches("/([A-Za-z0-9._~%?&=+:@,;-][A-Za-z0-9._~%/?&=+:@,;-]*)?") ? from : "/";
    }

}
