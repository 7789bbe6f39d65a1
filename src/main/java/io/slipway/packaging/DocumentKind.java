package io.slipway.packaging;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file that belongs to a package is for.
 */
public enum DocumentKind {

    /** It tells people what is released and how to run it. */
    DOCUMENTATION,
    /** It tells people what is new. */
    RELEASE_NOTES,
    /** It tells people how the package is installed. */
    INSTALLATION,
    /** It tells people how the package is taken back. */
    BACK_OUT,
    /** It tells what was tested, and how that went. */
    TEST_REPORT,
    /** It deploys the package or takes it back; the portal never runs it. */
    SCRIPTS;

    private static final Pattern SCRIPT = Pattern.compile(".*\\.(sh|bash|ps1|bat|cmd|py|sql|groovy)");

    private static final Pattern PAPER = Pattern.compile(".*\\.(md|txt|pdf|docx?|odt|html?|adoc)");

    /**
     * As which part of a package it counts: release notes and installation instructions
     * are documentation.
     */
    public DocumentKind part() {
        return (this == RELEASE_NOTES || this == INSTALLATION) ? DOCUMENTATION : this;
    }

    /**
     * What speaks against a file or an address of this kind, by its name.
     * @return key of the message; nothing if it may be
     */
    public Optional<String> against(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (this == SCRIPTS) {
            return PAPER.matcher(lower).matches() ? Optional.of("release.address.paper") : Optional.empty();
        }
        return SCRIPT.matcher(lower).matches() ? Optional.of("release.address.script") : Optional.empty();
    }

}
