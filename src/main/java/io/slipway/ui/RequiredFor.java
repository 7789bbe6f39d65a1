package io.slipway.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * A form's component that must hold text, or at least one text of several, when certain
 * buttons were pressed: a reason to reject, the people who approve. The form has the
 * component {@code outcome}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequiredFor.All.class)
@Constraint(validatedBy = RequiredFor.Validator.class)
public @interface RequiredFor {

    /**
     * The buttons that need the text.
     * @return values of the component {@code outcome}
     */
    String[] outcomes();

    /**
     * The component that must hold text.
     * @return its name; the message stands at this field
     */
    String field();

    /**
     * The message.
     * @return the message's key in braces
     */
    String message();

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

    /** Several such rules on one form. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** The rules. */
        RequiredFor[] value();

    }

    /** Reads the two components by their accessors. */
    class Validator implements ConstraintValidator<RequiredFor, Record> {

        private List<String> outcomes = List.of();

        private String field = "";

        @Override
        public void initialize(RequiredFor constraint) {
            this.outcomes = List.of(constraint.outcomes());
            this.field = constraint.field();
        }

        @Override
        public boolean isValid(@Nullable Record form, ConstraintValidatorContext context) {
            if (form == null || !this.outcomes.contains(text(form, "outcome")) || !text(form, this.field).isBlank()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(this.field)
                .addConstraintViolation();
            return false;
        }

        private static String text(Record form, String component) {
            Method accessor = ReflectionUtils.findMethod(form.getClass(), component);
            if (accessor == null) {
                throw new IllegalStateException(form.getClass() + " has no component " + component);
            }
            ReflectionUtils.makeAccessible(accessor);
            Object value = ReflectionUtils.invokeMethod(accessor, form);
            if (value instanceof Collection<?> all) {
                return all.stream().map(String::valueOf).collect(Collectors.joining());
            }
            return (value == null) ? "" : value.toString();
        }

    }

}
