package io.slipway.workflow.step;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;

/**
 * Makes a form that nobody has filled in.
 */
final class BlankForm {

    private BlankForm() {
    }

    /** A form whose texts and lists are empty. */
    static <F> F of(Class<F> type) {
        Constructor<F> constructor = BeanUtils.getResolvableConstructor(type);
        return BeanUtils.instantiateClass(constructor,
                Arrays.stream(constructor.getParameterTypes()).map(BlankForm::blank).toArray());
    }

    private static @Nullable Object blank(Class<?> type) {
        if (type == String.class) {
            return "";
        }
        return (type == List.class) ? List.of() : null;
    }

}
