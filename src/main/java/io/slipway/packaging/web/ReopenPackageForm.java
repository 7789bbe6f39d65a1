package io.slipway.packaging.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Why a package is taken apart.
 *
 * @param version the version of the release that the person saw
 */
record ReopenPackageForm(@Nullable String reason, @Nullable String version) {

    ReopenPackageForm {
        reason = FormText.of(reason);
        version = FormText.of(version);
    }

    /** A version that no release has, where none was sent. */
    int shownVersion() {
        return (this.version != null && this.version.matches("\\d{1,9}")) ? Integer.parseInt(this.version) : -1;
    }

}
