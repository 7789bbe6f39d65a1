package io.slipway.packaging.web;

/**
 * Why a package is taken apart.
 *
 * @param version the version of the release that the person saw
 */
record ReopenPackageForm(String reason, String version) {

    /** A version that no release has, where none was sent. */
    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
