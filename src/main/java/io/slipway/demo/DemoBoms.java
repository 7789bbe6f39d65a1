package io.slipway.demo;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import io.slipway.identity.Acting;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.release.ReleaseManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the demo company's units are made of: libraries that grow older and newer with
 * their releases, and one whose licence nobody may accept.
 */
@Component
@Profile("demo")
class DemoBoms {

    /** Group, name, version without its last number, licence. */
    private static final String LIBRARIES = """
            org.springframework|spring-core|6.2|Apache-2.0
            org.springframework|spring-web|6.2|Apache-2.0
            com.fasterxml.jackson.core|jackson-databind|2.19|Apache-2.0
            org.mariadb.jdbc|mariadb-java-client|3.5|LGPL-2.1-or-later
            org.slf4j|slf4j-api|2.0|MIT
            ch.qos.logback|logback-classic|1.5|EPL-1.0 OR LGPL-2.1-only
            org.thymeleaf|thymeleaf|3.1|Apache-2.0
            org.jsoup|jsoup|1.21|MIT
            com.example|iban-library|4.1|Apache-2.0
            """;

    private static final String OLD = "org.json|json|20231013|JSON";

    private static final String NEW = "io.micrometer|context-propagation|1.1|Apache-2.0";

    private static final String DOUBTFUL = "org.example.sensor|fingerprint-matcher|0.9|AGPL-3.0-only\n"
            + "org.example.sensor|sensor-shim|0.4|\n";

    private final BomManagement boms;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final Acting acting;

    DemoBoms(BomManagement boms, ReleaseManagement releases, PackageManagement packages, Acting acting) {
        this.boms = boms;
        this.releases = releases;
        this.packages = packages;
        this.acting = acting;
    }

    /** Delivers the bills of all units of a release. */
    void deliver(DemoRelease release) {
        for (ReleaseUnitDetails unit : this.packages.get(release.key()).units()) {
            byte[] bom = bom(release, unit).getBytes(StandardCharsets.UTF_8);
            this.acting.as("build-engineer", () -> this.boms.deliver(release.key(), unit.id(), bom));
        }
    }

    private static String bom(DemoRelease release, ReleaseUnitDetails unit) {
        boolean late = release.startsInDays() > 0;
        String libraries = LIBRARIES + (late ? NEW : OLD) + "\n" + ((release == DemoRelease.BIOMETRIC) ? DOUBTFUL : "");
        int patch = (release.startsInDays() + 400) / 30;
        return """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component":
                  {"type": "application", "name": "%s", "version": "%s"}}, "components": [%s]}""".formatted(unit.name(),
                unit.version(),
                libraries.lines()
                    .map((line) -> component(line.split("\\|", -1), patch))
                    .collect(Collectors.joining(",\n")));
    }

    private static String component(String[] parts, int patch) {
        String version = parts[2].contains(".") ? parts[2] + "." + patch : parts[2];
        String licence = parts[3].isEmpty() ? "" : ", \"licenses\": [{\"expression\": \"" + parts[3] + "\"}]";
        return "{\"type\": \"library\", \"group\": \"%1$s\", \"name\": \"%2$s\", \"version\": \"%3$s\", \"purl\": \"pkg:maven/%1$s/%2$s@%3$s\"%4$s}"
            .formatted(parts[0], parts[1], version, licence);
    }

}
