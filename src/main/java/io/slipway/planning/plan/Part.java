package io.slipway.planning.plan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a component of a plan is called, where its own name does not say it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Part {

    /**
     * The end of the key of its label, after {@code release.plan.}.
     * @return such as {@code start}; empty for the component's name with hyphens
     */
    String label() default "";

    /**
     * The part in the words of the policy, which says what a change of it makes void.
     * @return such as {@code time}; empty for the component's name with hyphens
     */
    String policy() default "";

}
