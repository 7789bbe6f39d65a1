package io.slipway.configuration.exchange;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.input.InvalidInputException;

/**
 * A file that somebody wants to be imported.
 *
 * @param name what it is called; may be empty
 * @param root for a bill of materials: key of the item that contains the components;
 * empty for the component that the bill is of
 * @param owner for a bill of materials: user name of who answers for new components;
 * blank for whoever imports it
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportFile(String name, ItemImport.Format format, byte[] content, String root, String owner) {

    private static final int MOST_NAME = 200;

    /** Takes what nobody sees out of the name. */
    public ImportFile {
        String plain = name.replaceAll("\\p{Cntrl}", "").strip();
        name = plain.substring(0, Math.min(plain.length(), MOST_NAME));
    }

    /** A CSV file. */
    public static ImportFile csv(String name, byte[] content) {
        return new ImportFile(name, ItemImport.Format.CSV, content, "", "");
    }

    /**
     * A bill of materials.
     * @param content what is in it, JSON or XML
     * @param root key of the item that contains the components, or empty
     * @param owner user name of who answers for new components, or blank
     */
    public static ImportFile bom(String name, byte[] content, String root, String owner) {
        return new ImportFile(name, ItemImport.Format.CYCLONEDX, content, root, owner);
    }

    /** Its rows; refuses, at the field {@code file}, what cannot be read. */
    ProposedItems rows(String importer) {
        if (this.content.length == 0) {
            throw new InvalidInputException("file", "configuration.import.missing");
        }
        if (this.content.length > ImportManagement.MOST_MIB * 1024 * 1024) {
            throw new InvalidInputException("file", "configuration.import.large", ImportManagement.MOST_MIB);
        }
        if (this.format == ItemImport.Format.CSV) {
            return CsvItems.read(new ByteArrayInputStream(this.content), ImportManagement.MOST_ROWS);
        }
        Map<Column, String> defaults = new EnumMap<>(Column.class);
        defaults.put(Column.OWNER, this.owner.isBlank() ? importer : this.owner.strip());
        defaults.put(Column.CRITICALITY, "LOW");
        return new ProposedItems(BomItems.read(this.content, this.root.strip().toLowerCase(Locale.ROOT), defaults,
                ImportManagement.MOST_ROWS), List.of());
    }

}
