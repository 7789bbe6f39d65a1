package io.slipway.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/**
 * A tab of a page that some feature contributes; {@link At} says where it stands.
 */
public interface Tab {

    default String id() {
        return at().id();
    }

    default int order() {
        return at().order();
    }

    default String template() {
        return at().template();
    }

    private At at() {
        At at = AnnotationUtils.findAnnotation(getClass(), At.class);
        if (at == null) {
            throw new IllegalStateException("Say by @Tab.At where " + getClass() + " stands");
        }
        return at;
    }

    /** Marks a tab, and says its place. */
    @Documented
    @Component
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface At {

        /**
         * The tab's name in the address.
         * @return a lower-case word, such as {@code change}
         */
        String id();

        /** The place among the tabs, lower comes first. */
        int order();

        /**
         * The template, which has the fragment {@code section}.
         * @return such as {@code change/_section}
         */
        String template();

    }

}
