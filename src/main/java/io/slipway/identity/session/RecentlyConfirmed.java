package io.slipway.identity.session;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what a session that was left alone must not be enough for, such as making a token
 * or giving roles (ASVS 5.0, V7.5): the password is asked again unless it was given
 * within the last minutes.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentlyConfirmed {

}
