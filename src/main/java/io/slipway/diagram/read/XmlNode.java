package io.slipway.diagram.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An element of the XML text, without what vendors add.
 */
final class XmlNode {

    /** Stands for the colours of an element, whichever they are. */
    static final String COLOURED = "has colours";

    private final Space space;

    private final String tag;

    private final Map<String, String> attributes;

    private final List<XmlNode> children = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();

    XmlNode(Space space, String tag, Map<String, String> attributes) {
        this.space = space;
        this.tag = tag;
        this.attributes = attributes;
    }

    boolean is(Space itsSpace, String itsTag) {
        return this.space == itsSpace && this.tag.equals(itsTag);
    }

    Space space() {
        return this.space;
    }

    String tag() {
        return this.tag;
    }

    String get(String attribute) {
        return this.attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute, String value) {
        return value.equals(this.attributes.get(attribute));
    }

    /** Yes or no, null if the file does not say. */
    @Nullable Boolean flag(String attribute) {
        return switch (get(attribute)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The element that an attribute refers to: a prefix says in which file it lies. */
    @Nullable String reference(String attribute) {
        return local(get(attribute));
    }

    List<XmlNode> children() {
        return this.children;
    }

    Stream<XmlNode> children(String itsTag) {
        return this.children.stream().filter((child) -> child.tag.equals(itsTag));
    }

    @Nullable XmlNode child(String itsTag) {
        return children(itsTag).findFirst().orElse(null);
    }

    /** The text of the first child with a tag, empty if there is none. */
    String textOf(String itsTag) {
        XmlNode child = child(itsTag);
        return (child != null) ? child.text() : "";
    }

    String text() {
        return this.text.toString().strip();
    }

    void add(XmlNode child) {
        this.children.add(child);
    }

    /** Keeps text up to a bound. */
    void add(String characters, int bound) {
        int free = bound - this.text.length();
        if (free > 0) {
            this.text.append(characters, 0, Math.min(free, characters.length()));
        }
    }

    static @Nullable String local(String reference) {
        String name = reference.strip();
        return name.isEmpty() ? null : name.substring(name.lastIndexOf(':') + 1);
    }

}
