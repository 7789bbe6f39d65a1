package io.slipway.configuration.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads CycloneDX as XML. Elements count by their name in whatever namespace, and those
 * of other namespaces that hold them are looked into: CycloneDX lets anybody add such
 * ones, and nothing may hide there.
 */
final class BomXml {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    private static final WstxInputFactory FACTORY = factory();

    private final XMLStreamReader xml;

    private final List<BomPart> components = new ArrayList<>();

    private final Map<String, List<String>> dependencies = new TreeMap<>();

    private @Nullable BomPart main;

    private boolean listed;

    private boolean empty = true;

    private BomXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, BomFile.MOST_NESTED);
        return factory;
    }

    static BomFile read(byte[] file) throws XMLStreamException {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(file));
        try {
            xml.nextTag();
            String namespace = BomFile.text(xml.getNamespaceURI());
            if (!namespace.startsWith(NAMESPACE) || !xml.getLocalName().equals("bom")) {
                throw new XMLStreamException("Another format");
            }
            BomXml bom = new BomXml(xml);
            bom.children(bom::inBom);
            if (bom.empty) {
                throw BomFile.saysNothing();
            }
            while (xml.hasNext()) {
                xml.next();
            }
            return new BomFile(false, namespace.substring(NAMESPACE.length()), bom.main, bom.listed, bom.components,
                    bom.dependencies);
        }
        catch (WstxLazyException ex) {
            throw new XMLStreamException(ex);
        }
        finally {
            xml.close();
        }
    }

    private void inBom(String name) throws XMLStreamException {
        this.empty = false;
        switch (name) {
            case "metadata" -> children(this::inMetadata);
            case "components" -> {
                this.listed = true;
                components(this.components::add, 0);
            }
            case "dependencies" -> children(this::inDependencies);
            default -> other(this::inBom);
        }
    }

    private void inMetadata(String name) throws XMLStreamException {
        if (name.equals("component")) {
            this.main = component(0);
        }
        else {
            other(this::inMetadata);
        }
    }

    private void inDependencies(String name) throws XMLStreamException {
        if (!name.equals("dependency")) {
            other(this::inDependencies);
            return;
        }
        List<String> on = this.dependencies.computeIfAbsent(attribute("ref"), (any) -> new ArrayList<>());
        children((inner) -> {
            if (inner.equals("dependency")) {
                on.add(attribute("ref"));
            }
            content();
        });
    }

    private void components(Consumer<BomPart> list, int depth) throws XMLStreamException {
        BomFile.refuseTooDeep(depth);
        children((name) -> inComponents(name, list, depth));
    }

    private void inComponents(String name, Consumer<BomPart> list, int depth) throws XMLStreamException {
        if (name.equals("component")) {
            list.accept(component(depth));
        }
        else {
            other((inner) -> inComponents(inner, list, depth));
        }
    }

    private BomPart component(int depth) throws XMLStreamException {
        BomPart.Builder part = new BomPart.Builder();
        part.text(BomPart.REFERENCE, attribute(BomPart.REFERENCE));
        children((name) -> inComponent(name, part, depth));
        return part.build();
    }

    private void inComponent(String name, BomPart.Builder part, int depth) throws XMLStreamException {
        if (BomPart.TEXTS.contains(name)) {
            part.text(name, content());
            return;
        }
        switch (name) {
            case "licenses" -> children((inner) -> licence(inner, part::licence));
            case "evidence" -> children((inner) -> inEvidence(inner, part));
            case "components" -> components(part::component, depth + 1);
            default -> other((inner) -> inComponent(inner, part, depth));
        }
    }

    private void inEvidence(String name, BomPart.Builder part) throws XMLStreamException {
        if (name.equals("licenses")) {
            children((inner) -> licence(inner, part::observed));
        }
        else {
            other((inner) -> inEvidence(inner, part));
        }
    }

    /** An identifier or name, or an expression, which version 1.7 has in two shapes. */
    private void licence(String name, Consumer<BomLicence> licences) throws XMLStreamException {
        List<BomLicence> said = new ArrayList<>();
        String rest = attribute("expression");
        if (!rest.isEmpty()) {
            said.add(BomLicence.spdx(rest));
        }
        if (name.equals("license")) {
            children((inner) -> inLicence(inner, said));
        }
        else {
            rest = BomFile.text(content());
            if (name.equals("expression") && !rest.isEmpty()) {
                said.add(BomLicence.spdx(rest));
            }
        }
        if (said.isEmpty()) {
            said.add(BomLicence.unreadable(rest));
        }
        said.forEach(licences);
    }

    private void inLicence(String name, List<BomLicence> said) throws XMLStreamException {
        if (name.equals("id") || name.equals("name")) {
            String text = BomFile.text(content());
            said.add(text.isEmpty() ? BomLicence.unreadable("") : new BomLicence(text, name.equals("name")));
        }
        else {
            other((inner) -> inLicence(inner, said));
        }
    }

    private String attribute(String name) {
        return BomFile.text(this.xml.getAttributeValue(null, name));
    }

    /**
     * Hands over each child of the element that begins here; the taker reads it to its
     * end.
     */
    private void children(Child taker) throws XMLStreamException {
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (this.xml.isStartElement()) {
                taker.take(this.xml.getLocalName());
            }
        }
    }

    /** What an entity stands for is not known here, so nothing may hold one. */
    private int next() throws XMLStreamException {
        int event = this.xml.next();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("An entity");
        }
        return event;
    }

    /** Passes over an element of CycloneDX, and looks into any other. */
    private void other(Child taker) throws XMLStreamException {
        if (BomFile.text(this.xml.getNamespaceURI()).startsWith(NAMESPACE)) {
            content();
        }
        else {
            children(taker);
        }
    }

    /** Reads the element that begins here to its end: all text in it. */
    private String content() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inside = 0;
        while (inside >= 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> inside++;
                case XMLStreamConstants.END_ELEMENT -> inside--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(this.xml.getText());
                default -> {
                }
            }
        }
        return text.toString();
    }

    /** Takes a child by its name. */
    @FunctionalInterface
    private interface Child {

        void take(String name) throws XMLStreamException;

    }

}
