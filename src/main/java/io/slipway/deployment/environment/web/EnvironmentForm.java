package io.slipway.deployment.environment.web;

import io.slipway.deployment.environment.EnvironmentDetails;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.ui.form.FormText;

/**
 * An environment, as typed.
 *
 * @param key key of its configuration item
 * @param kind name of what it is for
 * @param production {@code true}, or empty
 * @param position its place on the way to production
 * @param zone id of its time zone
 * @param partner key of the environment that it is compared with; may be empty
 * @param comesAfter key of the environment in which a release is verified first; may be
 * empty
 * @param readyDays how many days a confirmation holds; empty for none
 * @param version the version that was shown; empty for a new one
 */
record EnvironmentForm(String key, String kind, String production, String position, String zone, String partner,
        String comesAfter, String readyDays, String version) {

    EnvironmentForm {
        key = FormText.of(key);
        kind = FormText.of(kind);
        production = FormText.of(production);
        position = FormText.of(position);
        zone = FormText.of(zone);
        partner = FormText.of(partner);
        comesAfter = FormText.of(comesAfter);
        readyDays = FormText.of(readyDays);
        version = FormText.of(version);
    }

    static EnvironmentForm empty(String zone) {
        return new EnvironmentForm("", "", "", "1", zone, "", "", "", "");
    }

    static EnvironmentForm of(EnvironmentDetails environment) {
        EnvironmentProfile profile = environment.profile();
        return new EnvironmentForm(environment.key(), String.valueOf(profile.kind()),
                profile.production() ? "true" : "", Integer.toString(profile.position()), profile.zone(),
                profile.partner(), profile.comesAfter(),
                (profile.readyDays() > 0) ? Integer.toString(profile.readyDays()) : "",
                Integer.toString(environment.version()));
    }

    EnvironmentProfile profile() {
        return new EnvironmentProfile(FormText.choice(EnvironmentKind.class, this.kind),
                Boolean.parseBoolean(this.production), FormText.number(this.position), this.zone, this.partner,
                this.comesAfter, FormText.number(this.readyDays));
    }

    /** The version that was shown, -1 for text that is none. */
    int shown() {
        return this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
