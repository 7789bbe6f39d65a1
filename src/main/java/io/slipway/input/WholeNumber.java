package io.slipway.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A form's text that must read as a whole number within bounds. Empty text is left to
 * {@code @NotBlank}.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholeNumber.Validator.class)
public @interface WholeNumber {

    /**
     * The smallest number allowed.
     * @return the lower bound, included
     */
    int min() default 0;

    /**
     * The largest number allowed.
     * @return the upper bound, included
     */
    int max();

    /**
     * The message.
     * @return the message's key in braces
     */
    String message() default "{ui.invalid.number}";

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

    /** Parses the text and compares it with the bounds. */
    class Validator implements ConstraintValidator<WholeNumber, String> {

        private int min;

        private int max;

        @Override
        public void initialize(WholeNumber constraint) {
            this.min = constraint.min();
            this.max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.isBlank()) {
                return true;
            }
            try {
                int number = Integer.parseInt(text.strip());
                return number >= this.min && number <= this.max;
            }
            catch (NumberFormatException ex) {
                return false;
            }
        }

    }

}
