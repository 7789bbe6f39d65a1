package io.slipway.validation.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the environments to compare.
 *
 * @param test key of the test environment
 * @param production key of production
 */
record ParityForm(@Nullable String test, @Nullable String production) {

    ParityForm {
        test = FormText.of(test);
        production = FormText.of(production);
    }

}
