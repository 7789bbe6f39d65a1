package io.slipway.deployment.check.web;

import io.slipway.deployment.check.MonitoringSource;
import io.slipway.planning.wave.CheckKind;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A monitoring source, as typed.
 *
 * @param key its key
 * @param kind name of what kind of system it is
 * @param retired {@code true}, or empty
 * @param version the version that was shown; empty for a new one
 */
record SourceForm(String key, String name, String kind, String address, String credential, String retired,
        String version) {

    SourceForm {
        key = FormText.of(key);
        name = FormText.of(name);
        kind = FormText.of(kind);
        address = FormText.of(address);
        credential = FormText.of(credential);
        retired = FormText.of(retired);
        version = FormText.of(version);
    }

    static SourceForm empty() {
        return new SourceForm("", "", "", "", "", "", "");
    }

    static SourceForm of(MonitoringSource one) {
        return new SourceForm(one.source(), one.name(), one.kind().name(), one.address(), one.credential(),
                one.retired() ? "true" : "", Integer.toString(one.version()));
    }

    MonitoringSource source(@Nullable String shown) {
        CheckKind chosen = FormText.chosen(CheckKind.class, "kind", this.kind, "deployment.check.source.kind.missing");
        return new MonitoringSource((shown != null) ? shown : this.key, this.name, chosen, this.address,
                this.credential, Boolean.parseBoolean(this.retired),
                this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : -1);
    }

}
