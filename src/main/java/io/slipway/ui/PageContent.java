package io.slipway.ui;

import java.util.Map;

import org.springframework.web.servlet.ModelAndView;

/**
 * Puts what features contribute to a page beside each other.
 */
public final class PageContent {

    private PageContent() {
    }

    /**
     * Adds what one part of a page shows. Refuses, with an {@code IllegalStateException},
     * a name that the page has already: one part would show what belongs to another.
     * @param part attributes by name
     */
    public static ModelAndView add(ModelAndView page, Map<String, ?> part) {
        part.forEach((name, value) -> {
            if (page.getModel().containsKey(name)) {
                throw new IllegalStateException("Two parts of " + page.getViewName() + " show something as " + name);
            }
            page.addObject(name, value);
        });
        return page;
    }

}
