package io.slipway.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.webjars.WebJarVersionLocator;

import org.springframework.stereotype.Component;

/**
 * Draws Tabler's icons inline, so that they take the colour of their text and need no
 * request of their own. For the fragment {@code fragments/icon}.
 */
@Component("icons")
public class Icons {

    private static final Pattern NAME = Pattern.compile("(filled/)?[a-z0-9-]+");

    private final Map<String, String> cache = new ConcurrentHashMap<>();

    private final String folder;

    /** Finds the version of the icons on the class path. */
    public Icons() {
        String version = new WebJarVersionLocator().version("tabler__icons");
        this.folder = WebJarVersionLocator.WEBJARS_PATH_PREFIX + "/tabler__icons/" + version + "/icons/";
    }

    /**
     * The icon as markup, hidden from screen readers. Refuses a name that is no icon's.
     * @param name the icon's file name, such as {@code check} or
     * {@code filled/circle-check}
     */
    public String svg(String name) {
        return this.cache.computeIfAbsent(name, this::load);
    }

    private String load(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of an icon: " + name);
        }
        String path = this.folder + (name.contains("/") ? name : "outline/" + name) + ".svg";
        try (InputStream in = Icons.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No such icon: " + name);
            }
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            svg = svg.substring(svg.indexOf("<svg"))
                .replaceAll("<!--.*?-->", "")
                .replaceAll(">\\s+<", "><")
                .replaceAll("\\s+", " ")
                .replaceFirst(" class=\"[^\"]*\"", "")
                .replaceFirst(" xmlns=\"[^\"]*\"", "")
                .replaceFirst("<path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\" ?/>", "");
            return svg.strip().replaceFirst("<svg ?", "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\" ");
        }
        catch (IOException ex) {
            throw new IllegalStateException("Cannot read the icon " + name, ex);
        }
    }

}
