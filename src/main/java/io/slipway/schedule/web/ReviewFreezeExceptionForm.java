package io.slipway.schedule.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The review of an exception from freezes.
 *
 * @param worth whether it was worth it: {@code yes} or {@code no}
 * @param lesson what is learned
 * @param outcome the pressed button: {@code reviewed}
 */
record ReviewFreezeExceptionForm(
        @Pattern(regexp = "yes|no", message = "{schedule.exception.worth.missing}") @Nullable String worth,
        @NotBlank(message = "{schedule.exception.lesson.missing}") @Size(max = 2000,
                message = "{schedule.exception.long}") @Nullable String lesson,
        @Pattern(regexp = "reviewed", message = "{schedule.exception.outcome.missing}") @Nullable String outcome) {

    ReviewFreezeExceptionForm {
        worth = FormText.of(worth);
        lesson = FormText.of(lesson);
        outcome = FormText.of(outcome);
    }

}
