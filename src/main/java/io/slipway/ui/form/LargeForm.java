package io.slipway.ui.form;

import java.util.regex.Pattern;

/**
 * A form that sends more than others may. A feature that has one offers it as a bean.
 *
 * @param path where it is sent to, without the portal's context path
 * @param mostMib its greatest length in MiB, with all of its files
 */
public record LargeForm(Pattern path, int mostMib) {

    /** The greatest length of a form of who is not signed in, in KiB. */
    public static final int STRANGERS_KIB = 64;

}
