package io.slipway.configuration.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.slipway.ui.InvalidInputException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.License;
import org.cyclonedx.parsers.BomParserFactory;
import org.jspecify.annotations.Nullable;

/**
 * A CycloneDX file, read with care: nothing outside of it is loaded, and its texts are
 * brought to a length.
 */
final class BomFile {

    /** So deep may components contain each other. */
    static final int DEEPEST = 50;

    /**
     * So deep may objects, arrays or elements be nested, of which a component has two.
     */
    private static final int MOST_NESTED = 4 * DEEPEST;

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    private static final JsonFactory JSON = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_NESTED).build())
        .build();

    private static final WstxInputFactory XML = xml();

    private BomFile() {
    }

    /**
     * Reads a file. Refuses, at the field {@code file}, what is no CycloneDX, a document
     * type declaration, and what is nested so deep that nobody could mean it.
     */
    static Content parse(byte[] file) {
        refuseDeclarations(file);
        String version = version(file);
        try {
            Bom bom = BomParserFactory.createParser(file).parse(file);
            Content content = new Content(bom, version.isEmpty() ? text(bom.getSpecVersion()) : version);
            if (content.specVersion().isEmpty()) {
                throw none();
            }
            return content;
        }
        catch (ParseException | RuntimeException ex) {
            throw none();
        }
    }

    private static InvalidInputException none() {
        return new InvalidInputException("file", "configuration.import.bom");
    }

    /** Tells JSON from XML. */
    static boolean isJson(byte[] file) {
        return new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    /**
     * The parser binds elements within each other by calls within each other: what is too
     * deep would end its thread's stack, so that a first pass looks for it. It finds the
     * version that an XML file names too, which the parser tells of those that it knows.
     */
    private static String version(byte[] file) {
        String version = "";
        try {
            if (isJson(file)) {
                try (JsonParser json = JSON.createParser(file)) {
                    while (json.nextToken() != null) {
                        continue;
                    }
                }
            }
            else {
                XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(file));
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT && version.isEmpty()) {
                        version = version(text(xml.getNamespaceURI()));
                    }
                }
                xml.close();
            }
            return version;
        }
        catch (IOException | XMLStreamException ex) {
            boolean deep = String.valueOf(ex.getMessage()).contains("epth");
            throw deep ? new InvalidInputException("file", "configuration.import.deep", DEEPEST) : none();
        }
    }

    private static String version(String namespace) {
        if (!namespace.startsWith(NAMESPACE)) {
            throw none();
        }
        return namespace.substring(NAMESPACE.length());
    }

    private static WstxInputFactory xml() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MOST_NESTED);
        return factory;
    }

    /** Nothing of CycloneDX needs one, and entities lie in wait there. */
    private static void refuseDeclarations(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        boolean xml = !isJson(file);
        boolean other = file.length > 1 && (file[0] == 0 || file[1] == 0 || (file[0] & 0xff) >= 0xfe);
        if (other || (xml && text.contains("<!"))) {
            String known = text.replaceAll("(?s)<!--.*?-->", "").replace("<![CDATA[", "");
            if (other || known.contains("<!")) {
                throw new InvalidInputException("file", "configuration.import.declaration");
            }
        }
    }

    /** The licences of a component: names, identifiers, or one expression. */
    static List<String> licences(Component component) {
        List<String> licences = new ArrayList<>();
        if (component.getLicenses() != null) {
            List<License> named = component.getLicenses().getLicenses();
            if (named != null) {
                named.forEach((one) -> licences.add(text((one.getId() != null) ? one.getId() : one.getName())));
            }
            if (component.getLicenses().getExpression() != null) {
                licences.add(text(component.getLicenses().getExpression().getValue()));
            }
        }
        return licences.stream().filter((one) -> !one.isEmpty()).distinct().toList();
    }

    static String text(@Nullable String value) {
        return (value != null) ? value.replaceAll("\\p{Cntrl}+", " ").strip() : "";
    }

    static String bounded(String text, int most) {
        return (text.length() <= most) ? text : text.substring(0, most - 1) + "\u2026";
    }

    /**
     * What a file holds.
     *
     * @param bom the bill
     * @param specVersion the version of CycloneDX that it is written in
     */
    record Content(Bom bom, String specVersion) {
    }

}
