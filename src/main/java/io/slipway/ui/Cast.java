package io.slipway.ui;

import java.util.List;
import java.util.Optional;

import io.slipway.ui.form.Choice;

/**
 * Whom somebody may be who tries the portal: a strip on each page of the demo changes
 * person. Where nobody implements it, which is everywhere else, there is none.
 */
public interface Cast {

    /** The people, by user name. */
    List<Choice> people();

    /** What all of them sign in with, which is no secret. */
    String password();

    /**
     * What everybody should know of the demo just now.
     * @return a few words; nothing if all is there
     */
    Optional<String> note();

}
