package io.slipway.ui.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * All styles as one file, so that a page waits for one answer rather than a dozen. Its
 * address has the digest of what it says, and so have the fonts that it names.
 */
@Component("styles")
public class StyleSheet {

    /** The files, in the order in which they may overrule each other. */
    static final List<String> PARTS = List.of("theme", "base", "controls", "layout", "components", "task", "plan",
            "release", "calendar", "diagram", "monitor", "timeline", "board", "heat", "configuration", "knowledge",
            "search", "welcome", "print");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/\\s*", Pattern.DOTALL);

    private static final Pattern FONT = Pattern.compile("\\.\\./fonts/([a-z-]+)\\.woff2");

    private final String text;

    private final String digest;

    StyleSheet() {
        this.text = versioned(PARTS.stream().map(StyleSheet::read).collect(Collectors.joining()));
        this.digest = DigestUtils.md5Hex(this.text);
    }

    /** Where browsers find it. */
    public String address() {
        return "/css/" + this.digest + "/slipway.css";
    }

    String text() {
        return this.text;
    }

    String digest() {
        return this.digest;
    }

    private static String read(String part) {
        String text = new String(bytes("css/" + part + ".css"), StandardCharsets.UTF_8);
        return COMMENT.matcher(text).replaceAll("").replaceAll("\n\\s*", "\n");
    }

    /** Names the fonts as Spring does, and from where the sheet is found. */
    private static String versioned(String text) {
        return FONT.matcher(text)
            .replaceAll((find) -> "../../fonts/" + find.group(1) + "-"
                    + DigestUtils.md5Hex(bytes("fonts/" + find.group(1) + ".woff2")) + ".woff2");
    }

    private static byte[] bytes(String file) {
        try {
            return new ClassPathResource("static/" + file).getContentAsByteArray();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
