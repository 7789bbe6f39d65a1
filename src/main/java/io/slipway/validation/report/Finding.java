package io.slipway.validation.report;

/**
 * A failed test, a finding of a scanner, or a difference between environments.
 *
 * @param severity how much it weighs, such as {@code critical}, {@code major},
 * {@code high} or {@code flaky}
 * @param where suite and class, or file and line; may be empty
 * @param message what is wrong, at most 500 characters
 * @param detail more of it, such as a stack trace, at most 2,000 characters; may be empty
 */
public record Finding(String severity, String where, String what, String message, String detail) {

    static final int MESSAGE = 500;

    static final int DETAIL = 2000;

    public static final int NAME = 300;

    static Finding of(String severity, String where, String what, String message, String detail) {
        return new Finding(severity, Clip.to(NAME, where), Clip.to(NAME, what), Clip.to(MESSAGE, message),
                Clip.to(DETAIL, detail));
    }

}
