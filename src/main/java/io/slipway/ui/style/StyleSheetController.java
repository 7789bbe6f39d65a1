package io.slipway.ui.style;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Hands out the style sheet. While nodes are replaced, a page of one asks another: it
 * gets what that one has, and keeps it for that once.
 */
@Controller
class StyleSheetController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

    private final StyleSheet styles;

    StyleSheetController(StyleSheet styles) {
        this.styles = styles;
    }

    @GetMapping("/css/{sheet}/slipway.css")
    ResponseEntity<String> show(@PathVariable String sheet) throws NoResourceFoundException {
        if (!DIGEST.matcher(sheet).matches()) {
            throw new NoResourceFoundException(HttpMethod.GET, "css/" + sheet + "/slipway.css");
        }
        boolean same = sheet.equals(this.styles.digest());
        return ResponseEntity.ok()
            .contentType(CSS)
            .cacheControl(same ? CacheControl.maxAge(Duration.ofDays(365)) : CacheControl.noCache())
            .body(this.styles.text());
    }

}
