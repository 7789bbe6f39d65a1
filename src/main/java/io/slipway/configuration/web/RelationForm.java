package io.slipway.configuration.web;

import java.util.Locale;

/**
 * The form that states that an item needs another.
 *
 * @param target key of the other
 */
record RelationForm(String kind, String target) {

    RelationForm {
        target = target.toLowerCase(Locale.ROOT);
    }

    static RelationForm empty() {
        return new RelationForm("", "");
    }

}
