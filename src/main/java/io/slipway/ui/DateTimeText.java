package io.slipway.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A form's text that must read as a local date and time, as {@code datetime-local} inputs
 * send it ({@code 2026-11-22T14:30}). Empty text is left to {@code @NotBlank}.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DateTimeText.Validator.class)
public @interface DateTimeText {

    /**
     * The message.
     * @return the message's key in braces
     */
    String message() default "{ui.invalid.datetime}";

    /**
     * Unused.
     * @return no groups
     */
    Class<?>[] groups() default {};

    /**
     * Unused.
     * @return no payload
     */
    Class<? extends Payload>[] payload() default {};

    /** Parses the text, and accepts years from 2000 to 2100. */
    class Validator implements ConstraintValidator<DateTimeText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.isBlank()) {
                return true;
            }
            try {
                int year = LocalDateTime.parse(text).getYear();
                return year >= 2000 && year <= 2100;
            }
            catch (DateTimeParseException ex) {
                return false;
            }
        }

    }

}
