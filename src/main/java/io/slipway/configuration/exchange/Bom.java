package io.slipway.configuration.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.input.InvalidInputException;

/**
 * What an artifact is made of, as a CycloneDX bill of materials says.
 *
 * @param format {@code JSON} or {@code XML}
 * @param specVersion version of CycloneDX, such as {@code 1.6}
 * @param subject name and version of what the bill is of; may be empty
 * @param ownLicences licences of what the bill is of; empty if none is said
 * @param listed whether it lists components at all, be it none
 * @param components the components, those within others too, each once, by name and
 * version
 */
public record Bom(String format, String specVersion, String subject, List<BomLicence> ownLicences, boolean listed,
        List<BomComponent> components) {

    /** The largest file, in MiB. */
    public static final int MOST_MIB = ImportManagement.MOST_MIB;

    /** The most components of a bill. */
    public static final int MOST_COMPONENTS = ImportManagement.MOST_ROWS;

    public Bom {
        ownLicences = List.copyOf(ownLicences);
        components = List.copyOf(components);
    }

    /**
     * Reads a bill. Refuses, at the field {@code file}, one that is missing or too large,
     * what is no CycloneDX, a document type declaration, a component without a name,
     * components nested too deeply, and more than {@value #MOST_COMPONENTS} of them.
     * @param file the file, JSON or XML, CycloneDX 1.2 to 1.7
     */
    public static Bom read(byte[] file) {
        if (file.length == 0) {
            throw new InvalidInputException("file", "configuration.import.missing");
        }
        if (file.length > MOST_MIB * 1024 * 1024) {
            throw new InvalidInputException("file", "configuration.import.large", MOST_MIB);
        }
        BomFile bom = BomFile.parse(file);
        BomPart main = bom.main();
        Map<String, BomComponent> found = new HashMap<>();
        bom.components().forEach((part) -> part.walk(0, (one) -> collect(one, found)));
        if (main != null) {
            main.components().forEach((part) -> part.walk(1, (one) -> collect(one, found)));
        }
        List<BomComponent> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing((BomComponent one) -> one.name().toLowerCase(Locale.ROOT))
            .thenComparing(BomComponent::identity)
            .thenComparing(BomComponent::version));
        String subject = (main != null) ? (main.fullName() + " " + main.text("version")).strip() : "";
        return new Bom(bom.json() ? "JSON" : "XML", bom.specVersion(), BomFile.bounded(subject, 200),
                (main != null) ? main.licences() : List.of(), bom.listed() || !sorted.isEmpty(), sorted);
    }

    private static void collect(BomPart part, Map<String, BomComponent> found) {
        String purl = part.text("purl");
        String identity = identity(purl, part.fullName());
        BomComponent one = new BomComponent(BomFile.bounded(identity, 300), BomFile.bounded(part.fullName(), 200),
                BomFile.bounded(part.text("version"), 80), BomFile.bounded(purl, 500), part.licences());
        found.merge(identity + "\n" + part.text("version"), one, BomComponent::with);
        if (found.size() > MOST_COMPONENTS) {
            throw new InvalidInputException("file", "configuration.import.rows", MOST_COMPONENTS);
        }
    }

    /**
     * Names of packages may hold an at sign, encoded: the last one begins the version.
     */
    private static String identity(String purl, String name) {
        if (!purl.startsWith("pkg:")) {
            return name.toLowerCase(Locale.ROOT);
        }
        String bare = purl.replaceFirst("[?#].*", "");
        int version = bare.lastIndexOf('@');
        return (version > bare.lastIndexOf('/')) ? bare.substring(0, version) : bare;
    }

}
