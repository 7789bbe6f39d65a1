package io.slipway.diagram.read;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.slipway.diagram.UnreadableDiagramException;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML as a stream, so that an attack is refused before it takes memory: no document
 * type, no entities, bounds on length, depth and number.
 */
final class XmlText {

    private static final int CHARACTERS = 8_000_000;

    private static final int DEPTH = 200;

    private static final int ELEMENTS = 100_000;

    private static final int TEXT = 20_000;

    private final Deque<XmlNode> open = new ArrayDeque<>();

    private @Nullable XmlNode root;

    private int skipped;

    private int elements;

    private XmlText() {
    }

    static XmlNode read(String text) {
        if (text.length() > CHARACTERS) {
            throw new UnreadableDiagramException(0, "The file is longer than " + CHARACTERS + " characters.");
        }
        return new XmlText().parse(text);
    }

    private XmlNode parse(String text) {
        int begin = 0;
        while (begin < text.length()
                && (text.charAt(begin) == '\uFEFF' || Character.isWhitespace(text.charAt(begin)))) {
            begin++;
        }
        try {
            XMLStreamReader in = factory().createXMLStreamReader(new StringReader(text.substring(begin)));
            while (in.hasNext()) {
                in.next();
                take(in);
            }
        }
        catch (XMLStreamException ex) {
            throw new UnreadableDiagramException((ex.getLocation() != null) ? ex.getLocation().getLineNumber() : 0,
                    "This is no well-formed XML: " + reason(ex));
        }
        if (this.root == null) {
            throw new UnreadableDiagramException(0, "The file is empty.");
        }
        return this.root;
    }

    private void take(XMLStreamReader in) {
        switch (in.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> begin(in);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (this.skipped == 0 && !this.open.isEmpty()) {
                    this.open.peek().add(in.getText(), TEXT);
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableDiagramException(in.getLocation().getLineNumber(),
                        "The file declares a document type or entities: no model needs them.");
            default -> {
                // Comments and processing instructions say nothing about the diagram.
            }
        }
    }

    private void begin(XMLStreamReader in) {
        if (this.open.size() + this.skipped >= DEPTH) {
            throw new UnreadableDiagramException(in.getLocation().getLineNumber(),
                    "Elements are nested deeper than " + DEPTH + " times.");
        }
        if (++this.elements > ELEMENTS) {
            throw new UnreadableDiagramException(in.getLocation().getLineNumber(),
                    "There are more than " + ELEMENTS + " elements.");
        }
        if (this.skipped > 0) {
            this.skipped++;
            return;
        }
        Space space = Space.of((in.getNamespaceURI() != null) ? in.getNamespaceURI() : "");
        XmlNode node = new XmlNode(space, in.getLocalName(), attributes(in));
        if (this.open.isEmpty()) {
            if (!node.is(Space.MODEL, "definitions")) {
                throw new UnreadableDiagramException(in.getLocation().getLineNumber(),
                        "This is no BPMN 2.0: it begins with “" + shortened(in.getLocalName()) + "”.");
            }
            this.root = node;
        }
        else if (node.is(Space.MODEL, "extensionElements")) {
            this.skipped = 1;
            return;
        }
        else {
            this.open.peek().add(node);
        }
        this.open.push(node);
    }

    private void end() {
        if (this.skipped > 0) {
            this.skipped--;
        }
        else {
            this.open.pop();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader in) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String address = in.getAttributeNamespace(i);
            Space space = (address != null && !address.isEmpty()) ? Space.of(address) : Space.MODEL;
            if (space == Space.COLOUR) {
                attributes.put(XmlNode.COLOURED, "true");
            }
            else if (space != Space.OTHER) {
                attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is read from elsewhere");
        });
        return factory;
    }

    private static String reason(XMLStreamException ex) {
        String message = String.valueOf(ex.getMessage());
        int begin = message.indexOf("Message: ");
        String reason = (begin >= 0) ? message.substring(begin + 9) : message;
        // Some reasons come as an address with what is wrong behind it.
        return shortened(
                reason.startsWith("http") ? reason.substring(reason.indexOf('#') + 1).replace('?', ' ') : reason);
    }

    private static String shortened(String text) {
        return (text.length() > 200) ? text.substring(0, 200) + "…" : text;
    }

}
