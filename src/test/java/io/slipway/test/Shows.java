package io.slipway.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the test that shows what outputs of decision tables change. A guard finds outputs
 * that have none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shows {

    /** The outputs, such as {@code ReleasePolicyDecision.gates}. */
    String[] value();

}
