package io.slipway.configuration.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.ui.InvalidInputException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.jspecify.annotations.Nullable;

/**
 * What an artifact is made of, as a CycloneDX bill of materials says.
 *
 * @param format {@code JSON} or {@code XML}
 * @param specVersion version of CycloneDX, such as {@code 1.6}
 * @param subject name and version of what the bill is of; may be empty
 * @param components the components, those within others too, each once, by name and
 * version
 */
public record BillOfMaterials(String format, String specVersion, String subject, List<BomComponent> components) {

    /** The largest file, in MiB. */
    public static final int MOST_MIB = ImportManagement.MOST_MIB;

    /** The most components of a bill. */
    public static final int MOST_COMPONENTS = ImportManagement.MOST_ROWS;

    private static final int MOST_LICENCES = 8;

    /**
     * Reads a bill. Refuses, at the field {@code file}, one that is missing or too large,
     * what is no CycloneDX, a document type declaration, a bill without components,
     * components nested too deeply, and more than {@value #MOST_COMPONENTS} of them.
     * @param file the file, JSON or XML, CycloneDX 1.2 to 1.7
     * @return the bill
     */
    public static BillOfMaterials read(byte[] file) {
        if (file.length == 0) {
            throw new InvalidInputException("file", "configuration.import.missing");
        }
        if (file.length > MOST_MIB * 1024 * 1024) {
            throw new InvalidInputException("file", "configuration.import.large", MOST_MIB);
        }
        BomFile.Content content = BomFile.parse(file);
        Bom bom = content.bom();
        Map<String, BomComponent> found = new LinkedHashMap<>();
        collect(bom.getComponents(), found, 0);
        if (found.isEmpty()) {
            throw new InvalidInputException("file", "configuration.import.no-components");
        }
        List<BomComponent> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing((BomComponent one) -> one.name().toLowerCase(Locale.ROOT))
            .thenComparing(BomComponent::identity)
            .thenComparing(BomComponent::version));
        Component main = (bom.getMetadata() != null) ? bom.getMetadata().getComponent() : null;
        String subject = (main != null) ? (name(main) + " " + BomFile.text(main.getVersion())).strip() : "";
        return new BillOfMaterials(BomFile.isJson(file) ? "JSON" : "XML", BomFile.bounded(content.specVersion(), 8),
                BomFile.bounded(subject, 200), List.copyOf(sorted));
    }

    private static void collect(@Nullable List<Component> components, Map<String, BomComponent> found, int depth) {
        if (depth > BomFile.DEEPEST) {
            throw new InvalidInputException("file", "configuration.import.deep", BomFile.DEEPEST);
        }
        for (Component component : (components != null) ? components : List.<Component>of()) {
            BomComponent one = component(component);
            found.putIfAbsent(one.identity() + "\n" + one.version(), one);
            if (found.size() > MOST_COMPONENTS) {
                throw new InvalidInputException("file", "configuration.import.rows", MOST_COMPONENTS);
            }
            collect(component.getComponents(), found, depth + 1);
        }
    }

    private static BomComponent component(Component component) {
        String purl = BomFile.text(component.getPurl());
        String name = name(component);
        return new BomComponent(BomFile.bounded(identity(purl, name), 300), BomFile.bounded(name, 200),
                BomFile.bounded(BomFile.text(component.getVersion()), 80), BomFile.bounded(purl, 500),
                BomFile.licences(component)
                    .stream()
                    .limit(MOST_LICENCES)
                    .map((licence) -> BomFile.bounded(licence, 120))
                    .toList());
    }

    private static String name(Component component) {
        String group = BomFile.text(component.getGroup());
        String name = BomFile.text(component.getName());
        return group.isEmpty() ? name : group + "/" + name;
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
