package io.slipway.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Component;

/**
 * Marks a {@link Step} and names the user tasks that it is for.
 */
@Documented
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StepKey {

    /**
     * The form keys in the models.
     * @return {@code feature/step}, such as {@code release/complete-plan}
     */
    String[] value();

    /**
     * What its form's buttons may send.
     * @return regular expressions, such as {@code go} and {@code no-go}; by default
     * anything
     */
    String[] buttons() default ".*";

}
