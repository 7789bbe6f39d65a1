package io.slipway.configuration.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

import io.slipway.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A CycloneDX file, read with care: nothing outside of it is loaded. Of all that the
 * format holds, only what the portal looks at is read, so that nothing else can make a
 * bill unreadable; and what stands where something is looked for is never passed over.
 *
 * @param json whether it is JSON, otherwise XML
 * @param specVersion the version of CycloneDX that it is written in
 * @param main what it is of; null if it does not say
 * @param listed whether it lists components at all, be it none
 * @param dependencies references of what each component needs, by its own
 */
record BomFile(boolean json, String specVersion, @Nullable BomPart main, boolean listed, List<BomPart> components,
        Map<String, List<String>> dependencies) {

    /** So deep may components contain each other. */
    static final int DEEPEST = 50;

    /**
     * So deep may objects, arrays or elements be nested, of which a component has two.
     */
    static final int MOST_NESTED = 4 * DEEPEST;

    private static final byte[] MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };

    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7");

    /**
     * Reads a file; a byte order mark before it is passed over. Refuses, at the field
     * {@code file}, what is no CycloneDX, an unknown version of it, a document type
     * declaration, a bill that says nothing, a component without a name, and what is
     * nested so deep that nobody could mean it.
     */
    static BomFile parse(byte[] sent) {
        byte[] file = Arrays.mismatch(sent, MARK) == MARK.length ? Arrays.copyOfRange(sent, MARK.length, sent.length)
                : sent;
        boolean json = isJson(file);
        refuseDeclarations(file, json);
        try {
            BomFile read = json ? BomJson.read(file) : BomXml.read(file);
            if (!VERSIONS.contains(read.specVersion())) {
                throw refused("version", bounded(read.specVersion(), 20));
            }
            return read;
        }
        catch (IOException | XMLStreamException ex) {
            if (String.valueOf(ex.getMessage()).contains("epth")) {
                throw tooDeep();
            }
            throw new InvalidInputException("file", "configuration.import.bom");
        }
    }

    private static boolean isJson(byte[] file) {
        return new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    /** Nothing of CycloneDX needs one, and entities lie in wait there. */
    private static void refuseDeclarations(byte[] file, boolean json) {
        String text = new String(file, StandardCharsets.UTF_8);
        boolean other = file.length > 1 && (file[0] == 0 || file[1] == 0 || (file[0] & 0xff) >= 0xfe);
        if (other || (!json && text.contains("<!"))) {
            String known = text.replaceAll("(?s)<!--.*?-->", "").replace("<![CDATA[", "");
            if (other || known.contains("<!")) {
                throw new InvalidInputException("file", "configuration.import.declaration");
            }
        }
    }

    static void refuseTooDeep(int depth) {
        if (depth > DEEPEST) {
            throw tooDeep();
        }
    }

    private static InvalidInputException tooDeep() {
        return new InvalidInputException("file", "configuration.import.deep", DEEPEST);
    }

    static InvalidInputException saysNothing() {
        return new InvalidInputException("file", "configuration.import.no-components");
    }

    static InvalidInputException refused(String code, Object... arguments) {
        return new InvalidInputException("file", "configuration.import.bom." + code, arguments);
    }

    static String text(@Nullable String value) {
        return (value != null) ? value.replaceAll("\\p{Cntrl}+", " ").strip() : "";
    }

    static String bounded(String text, int most) {
        return (text.length() <= most) ? text : text.substring(0, most - 1) + "\u2026";
    }

}
