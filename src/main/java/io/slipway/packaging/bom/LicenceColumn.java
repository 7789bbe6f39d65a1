package io.slipway.packaging.bom;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.configuration.exchange.BomLicence;

/**
 * Licences as a column keeps them, one to a line: their texts have no control characters.
 * A name stands behind a tab.
 */
final class LicenceColumn {

    private static final String NAME = "\t";

    private LicenceColumn() {
    }

    static String write(List<BomLicence> licences) {
        return licences.stream()
            .map((one) -> (one.named() ? NAME : "") + one.text())
            .sorted()
            .collect(Collectors.joining("\n"));
    }

    static List<BomLicence> read(String text) {
        return text.lines().map((line) -> new BomLicence(line.strip(), line.startsWith(NAME))).toList();
    }

}
