package io.slipway.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.slipway.identity.Acting;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.document.DocumentManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Papers that the demo company's build engineers upload instead of giving an address.
 */
@Component
@Profile("demo")
class DemoDocuments {

    private static final String NOTES = """
            # Sign in by fingerprint

            Phones that know fingerprints or faces offer them on the sign-in page. The password stays as second way.

            - Service desk: customers whose phone forgets the fingerprint sign in by password and register it again.
            - Operations: the device registry grows by about 2,000 rows a day.
            """;

    private static final String SCRIPT = """
            #!/bin/sh
            # Deploys the mobile backend in steps of ten per cent, and stops where sign-in fails.
            set -eu
            for share in 10 20 50 100; do
              ./shift-traffic mobile-backend "$VERSION" "$share"
              ./watch-sign-in --for 10m --most-failures 1%
            done
            """;

    private final DocumentManagement documents;

    private final Acting acting;

    DemoDocuments(DocumentManagement documents, Acting acting) {
        this.documents = documents;
        this.acting = acting;
    }

    /** Uploads the papers of a release. */
    void upload(DemoRelease release) {
        upload(release, DocumentKind.RELEASE_NOTES, "release-notes.md", NOTES);
        upload(release, DocumentKind.SCRIPTS, "deploy.sh", SCRIPT);
    }

    private void upload(DemoRelease release, DocumentKind kind, String name, String text) {
        this.acting.as("build-engineer", () -> {
            try {
                return this.documents.add(release.key(), kind, name,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

}
