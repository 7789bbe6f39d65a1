package io.slipway.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a new article begins with: the sections that good ones have, and guidance in
 * double brackets, with which nothing can be published.
 */
@Component
public class ArticleTemplates {

    /** The Markdown that an article of a kind begins with. */
    public String of(ArticleKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return new ClassPathResource("knowledge/" + name + ".md").getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
