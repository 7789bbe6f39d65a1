package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.ctc.wstx.stax.WstxOutputFactory;

/**
 * An event log in XES (IEEE 1849-2016), written as it comes.
 */
final class XesFile {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'")
        .withZone(ZoneOffset.UTC);

    private static final String[][] EXTENSIONS = { { "Concept", "concept" }, { "Lifecycle", "lifecycle" },
            { "Organizational", "org" }, { "Time", "time" }, { "Identity", "identity" } };

    private final XMLStreamWriter xml;

    /**
     * Begins a log.
     * @param name what it is a log of
     */
    XesFile(OutputStream to, String name) throws IOException {
        try {
            this.xml = new WstxOutputFactory().createXMLStreamWriter(to, "UTF-8");
        }
        catch (XMLStreamException ex) {
            throw new IOException(ex);
        }
        write(() -> {
            this.xml.writeStartDocument("UTF-8", "1.0");
            line();
            this.xml.writeStartElement("log");
            this.xml.writeDefaultNamespace("http://www.xes-standard.org/");
            this.xml.writeAttribute("xes.version", "1849-2016");
            this.xml.writeAttribute("xes.features", "nested-attributes");
            for (String[] extension : EXTENSIONS) {
                line();
                this.xml.writeEmptyElement("extension");
                this.xml.writeAttribute("name", extension[0]);
                this.xml.writeAttribute("prefix", extension[1]);
                this.xml.writeAttribute("uri", "http://www.xes-standard.org/" + extension[1] + ".xesext");
            }
            global("trace", "concept:name");
            global("event", "concept:name", "lifecycle:transition");
            line();
            this.xml.writeEmptyElement("classifier");
            this.xml.writeAttribute("name", "Activity");
            this.xml.writeAttribute("scope", "event");
            this.xml.writeAttribute("keys", "concept:name lifecycle:transition");
        });
        string("concept:name", name);
        string("lifecycle:model", "standard");
    }

    private void global(String scope, String... keys) throws XMLStreamException {
        line();
        this.xml.writeStartElement("global");
        this.xml.writeAttribute("scope", scope);
        for (String key : keys) {
            attribute("string", key, key.equals("lifecycle:transition") ? "complete" : "unknown");
        }
        if (scope.equals("event")) {
            attribute("date", "time:timestamp", MILLIS.format(Instant.EPOCH));
        }
        this.xml.writeEndElement();
    }

    XesFile begin(String element) throws IOException {
        write(() -> {
            line();
            this.xml.writeStartElement(element);
        });
        return this;
    }

    XesFile end() throws IOException {
        write(this.xml::writeEndElement);
        return this;
    }

    XesFile string(String key, String value) throws IOException {
        write(() -> attribute("string", key, value));
        return this;
    }

    XesFile number(String key, long value) throws IOException {
        write(() -> attribute("int", key, Long.toString(value)));
        return this;
    }

    XesFile yes(String key, boolean value) throws IOException {
        write(() -> attribute("boolean", key, Boolean.toString(value)));
        return this;
    }

    XesFile date(String key, Instant value) throws IOException {
        write(() -> attribute("date", key, MILLIS.format(value)));
        return this;
    }

    /** An identity that is the same in each export. */
    XesFile id(String of) throws IOException {
        write(() -> attribute("id", "identity:id",
                UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString()));
        return this;
    }

    /** Ends the log. */
    void finish() throws IOException {
        write(() -> {
            line();
            this.xml.writeEndDocument();
            this.xml.flush();
        });
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        this.xml.writeEmptyElement(type);
        this.xml.writeAttribute("key", key);
        this.xml.writeAttribute("value", legal(value));
    }

    /** What XML has no place for is shown as what cannot be shown. */
    private static String legal(String text) {
        return text.chars().allMatch((one) -> one >= ' ' && one < 0xD800) ? text
                : text.codePoints()
                    .map((one) -> (one >= ' ' && one < 0xD800 || one == '\t' || one == '\n' || one == '\r'
                            || one > 0xDFFF && one < 0xFFFE || one > 0xFFFF) ? one : 0xFFFD)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
    }

    private void line() throws XMLStreamException {
        this.xml.writeCharacters("\n");
    }

    private static void write(Piece piece) throws IOException {
        try {
            piece.write();
        }
        catch (XMLStreamException ex) {
            throw (ex.getNestedException() instanceof IOException cause) ? cause : new IOException(ex);
        }
    }

    /** A piece of the document. */
    private interface Piece {

        void write() throws XMLStreamException;

    }

}
