package io.slipway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The waves of those releases of the demo company whose deployment is still ahead.
 */
final class DemoWaves {

    private static final Set<DemoRelease> IN_WAVES = Set.of(DemoRelease.INSTANT_PAYMENTS, DemoRelease.SIGN_UP,
            DemoRelease.PHOTO_CLAIMS, DemoRelease.BIOMETRIC);

    private DemoWaves() {
    }

    /** As a plan's file has them; empty for a deployment in one piece. */
    static String of(DemoRelease release) {
        if (!IN_WAVES.contains(release)) {
            return "";
        }
        String file = "/demo/waves-" + release.model().name().toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream text = Objects.requireNonNull(DemoWaves.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
