package io.slipway.validation.report;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import io.slipway.input.InvalidInputException;

/**
 * An XML document, element by element, that loads nothing, replaces no entities of its
 * own, and is never held as a whole.
 */
public final class XmlSource implements AutoCloseable {

    private static final int MOST_DEPTH = 64;

    private static final int LARGEST = 999_999_999;

    private static final int MOST_NAMES = 1000;

    private static final int MOST_ATTRIBUTES = 64;

    private static final int LONGEST_ATTRIBUTE = 262_144;

    private static final WstxInputFactory FACTORY = factory();

    private final XMLStreamReader xml;

    private final boolean doctype;

    private final Set<String> names = new HashSet<>();

    private int depth;

    private boolean doubtful;

    /**
     * Opens a document.
     * @param in the document
     * @param doctype whether it may have a DOCTYPE, which is passed over
     */
    public XmlSource(InputStream in, boolean doctype) throws IOException {
        this.doctype = doctype;
        try {
            this.xml = FACTORY.createXMLStreamReader(new XmlGuard(in));
        }
        catch (XMLStreamException ex) {
            throw refused(ex);
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MOST_DEPTH);
        return factory;
    }

    /** Goes to the root element, and refuses any other than those named. */
    public String root(Set<String> known) throws IOException {
        if (!nextElement()) {
            throw refuse("empty");
        }
        String name = name();
        if (!known.contains(name)) {
            throw refuse("root", name, String.join(", ", known.stream().sorted().toList()));
        }
        return name;
    }

    /** Goes to the next start or end of an element. */
    public boolean next() throws IOException {
        try {
            while (this.xml.hasNext()) {
                switch (this.xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        this.depth++;
                        remember();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        this.depth--;
                        return true;
                    }
                    case XMLStreamConstants.DTD -> {
                        if (!this.doctype) {
                            throw refuse("doctype");
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refuse("entity");
                    default -> {
                    }
                }
            }
            return false;
        }
        catch (XMLStreamException ex) {
            throw refused(ex);
        }
    }

    /** Goes to the end of the document, and refuses what is broken there. */
    void end() throws IOException {
        while (next()) {
            continue;
        }
    }

    private boolean nextElement() throws IOException {
        while (next()) {
            if (start()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element starts here; otherwise one ends. */
    public boolean start() {
        return this.xml.isStartElement();
    }

    public String name() {
        return this.xml.getLocalName();
    }

    /** How deep the element that starts or has just ended here lies, the root at 1. */
    int depth() {
        return start() ? this.depth : this.depth + 1;
    }

    /** An attribute of the element that starts here; empty if it has none. */
    public String attribute(String name) {
        String value = this.xml.getAttributeValue(null, name);
        return (value != null) ? value : "";
    }

    /**
     * A whole number in an attribute, at most {@value #LARGEST}; 0 if there is none, or
     * it is no such number, which makes the document doubtful.
     */
    public int number(String name) {
        String value = attribute(name).strip().replaceFirst("^(\\d+)\\.0*$", "$1");
        if (value.isEmpty()) {
            return 0;
        }
        if (!value.matches("\\d+|\\d{1,3}(,\\d{3})+")) {
            this.doubtful = true;
            return 0;
        }
        String digits = value.replaceFirst("^0+(?=.)", "").replace(",", "");
        return (digits.length() > 9) ? LARGEST : Integer.parseInt(digits);
    }

    /** Whether a number was none. */
    public boolean doubtful() {
        return this.doubtful;
    }

    /** Passes over the rest of the element that starts here. */
    public void skip() throws IOException {
        text(0);
    }

    /**
     * Reads to the end of the element that starts here.
     * @param most how many characters are kept of its text
     * @return the beginning of its text, without that of elements in it
     */
    String text(int most) throws IOException {
        StringBuilder text = new StringBuilder();
        int inside = 0;
        try {
            while (this.xml.hasNext()) {
                switch (this.xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        inside++;
                        remember();
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (inside == 0) {
                            this.depth--;
                            return Clip.to(most, text);
                        }
                        inside--;
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refuse("entity");
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (inside == 0 && text.length() < most) {
                            String part = this.xml.getText();
                            text.append(part, 0, Math.min(part.length(), most + 1 - text.length()));
                        }
                    }
                    default -> {
                    }
                }
            }
        }
        catch (WstxLazyException ex) {
            throw refused((ex.getCause() instanceof XMLStreamException broken) ? broken : new XMLStreamException(ex));
        }
        catch (XMLStreamException ex) {
            throw refused(ex);
        }
        throw refuse("truncated");
    }

    private void remember() {
        this.names.add(name());
        for (int i = 0; i < this.xml.getAttributeCount(); i++) {
            this.names.add(this.xml.getAttributeLocalName(i));
        }
        if (this.names.size() > MOST_NAMES) {
            throw refuse("names", MOST_NAMES);
        }
    }

    /** Says what is wrong at this place. */
    public InvalidInputException refuse(String code, Object... more) {
        return Refusal.at(this.xml.getLocation().getLineNumber(), this.xml.getLocation().getColumnNumber(), code, more);
    }

    private static InvalidInputException refused(XMLStreamException failure) throws IOException {
        if (failure instanceof WstxIOException && failure.getCause() instanceof IOException broken
                && !(broken instanceof CharConversionException) && !(broken instanceof UnsupportedEncodingException)) {
            throw broken;
        }
        long line = (failure.getLocation() != null) ? failure.getLocation().getLineNumber() : 1;
        long column = (failure.getLocation() != null) ? failure.getLocation().getColumnNumber() : 1;
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof WstxEOFException || message.contains("Unexpected EOF")) {
            return Refusal.at(line, column, "truncated");
        }
        if (message.contains("Depth")) {
            return Refusal.at(line, column, "deep", MOST_DEPTH);
        }
        if (message.contains("imit")) {
            return Refusal.at(line, column, "attribute", LONGEST_ATTRIBUTE / 1024);
        }
        return Refusal.at(line, column, message.contains("ntity") ? "entity" : "malformed");
    }

    @Override
    public void close() {
        try {
            this.xml.close();
        }
        catch (XMLStreamException ex) {
            throw new IllegalStateException("A reader cannot be closed", ex);
        }
    }

}
