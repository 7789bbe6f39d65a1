package io.slipway.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests travel through the running portal in a real browser. Each parameter
 * of type {@link Browser} is a fresh one, of another person. A journey fails when a page
 * broke its content security policy or wrote an error to the console; what the browser
 * then shows is kept in {@code target/failures}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SlipwayTest
@ExtendWith(BrowserExtension.class)
public @interface Journey {

}
