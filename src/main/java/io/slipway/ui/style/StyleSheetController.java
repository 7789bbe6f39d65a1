package io.slipway.ui.style;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out the style sheet. While nodes are replaced, a page of one asks another: it
 * gets what that one has, and keeps it for that once.
 */
@Controller
class StyleSheetController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final StyleSheet styles;

    StyleSheetController(StyleSheet styles) {
        this.styles = styles;
    }

    @GetMapping("/css/{digest:[0-9a-f]{32}}/slipway.css")
    ResponseEntity<String> show(@PathVariable String digest) {
        boolean same = digest.equals(this.styles.digest());
        return ResponseEntity.ok()
            .contentType(CSS)
            .cacheControl(same ? CacheControl.maxAge(Duration.ofDays(365)) : CacheControl.noCache())
            .body(this.styles.text());
    }

}
