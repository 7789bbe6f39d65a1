package io.slipway.discussion.page;

import java.util.regex.Pattern;

import io.slipway.discussion.Discussion;
import io.slipway.ui.form.LargeForm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets a comment bring its files.
 */
@Configuration(proxyBeanMethods = false)
class CommentConfiguration {

    /** What everything besides the files may come to. */
    private static final int REST_MIB = 2;

    @Bean
    LargeForm comment() {
        return new LargeForm(Pattern.compile("/(tasks|changes|releases)/[^/]+/comments"),
                Discussion.MOST_FILES * Discussion.MOST_MIB + REST_MIB);
    }

}
