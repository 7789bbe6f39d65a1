package io.slipway.diagram.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.diagram.BpmnKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of the model: everything with an id, since anything may have a
 * shape.
 */
final class ElementReader {

    private final List<Element> elements = new ArrayList<>();

    private final Map<String, XmlNode> nodes = new HashMap<>();

    private final Set<String> defaults = new HashSet<>();

    private ElementReader() {
    }

    static List<Element> read(XmlNode definitions) {
        ElementReader reader = new ElementReader();
        reader.collect(definitions);
        reader.visit(definitions, "", null);
        return reader.elements;
    }

    /** What elements refer to may stand behind them. */
    private void collect(XmlNode node) {
        for (XmlNode child : node.children()) {
            if (child.space() == Space.MODEL || child.space() == Space.OTHER) {
                this.nodes.putIfAbsent(child.get("id"), child);
                String flow = child.reference("default");
                if (flow != null) {
                    this.defaults.add(flow);
                }
                collect(child);
            }
        }
    }

    private void visit(XmlNode parent, String process, @Nullable String container) {
        for (XmlNode node : parent.children()) {
            if (node.space() != Space.MODEL && node.space() != Space.OTHER) {
                continue;
            }
            String id = node.get("id");
            BpmnKind kind = kind(node);
            if (!id.isEmpty()) {
                this.elements.add(element(node, kind, process, container));
            }
            String inProcess = node.is(Space.MODEL, "process") ? id : process;
            visit(node, inProcess, (kind.isSubProcess() && !id.isEmpty()) ? id : container);
        }
    }

    private Element element(XmlNode node, BpmnKind kind, String process, @Nullable String container) {
        return new Element(node.get("id"), node.tag(), name(node, kind), kind, event(node, kind), traits(node, kind),
                process, container, end(node, "sourceRef"), end(node, "targetRef"), node.reference("attachedToRef"),
                node.reference("calledElement"), node.textOf("documentation"));
    }

    private static BpmnKind kind(XmlNode node) {
        if (node.space() != Space.MODEL) {
            return BpmnKind.UNKNOWN;
        }
        BpmnKind kind = BpmnKind.of(node.tag());
        boolean byEvent = kind == BpmnKind.SUB_PROCESS && Boolean.TRUE.equals(node.flag("triggeredByEvent"));
        return byEvent ? BpmnKind.EVENT_SUB_PROCESS : kind;
    }

    private String name(XmlNode node, BpmnKind kind) {
        String name = node.get("name").strip();
        if (kind == BpmnKind.TEXT_ANNOTATION) {
            return node.textOf("text");
        }
        if (name.isEmpty() && kind == BpmnKind.GROUP) {
            name = target(node, "categoryValueRef", "value");
        }
        if (name.isEmpty() && kind == BpmnKind.DATA_OBJECT_REFERENCE) {
            name = target(node, "dataObjectRef", "name");
        }
        if (name.isEmpty() && kind == BpmnKind.DATA_STORE_REFERENCE) {
            name = target(node, "dataStoreRef", "name");
        }
        XmlNode state = (kind.family() == BpmnKind.Family.DATA) ? node.child("dataState") : null;
        return (state != null && !state.get("name").isBlank()) ? name + "\n[" + state.get("name").strip() + "]" : name;
    }

    private String target(XmlNode node, String reference, String attribute) {
        XmlNode target = this.nodes.get(String.valueOf(node.reference(reference)));
        return (target != null) ? target.get(attribute).strip() : "";
    }

    /**
     * The end of a line is an attribute; only associations of data have it as an element.
     */
    private static @Nullable String end(XmlNode node, String name) {
        String attribute = node.reference(name);
        return (attribute != null) ? attribute : XmlNode.local(node.textOf(name));
    }

    private EventKind event(XmlNode node, BpmnKind kind) {
        if (kind.family() != BpmnKind.Family.EVENT) {
            return EventKind.NONE;
        }
        Stream<String> referred = node.children("eventDefinitionRef")
            .map((reference) -> this.nodes.get(String.valueOf(XmlNode.local(reference.text()))))
            .filter((definition) -> definition != null)
            .map(XmlNode::tag);
        List<EventKind> kinds = Stream.concat(node.children().stream().map(XmlNode::tag), referred)
            .map(EventKind::of)
            .filter((event) -> event != EventKind.NONE)
            .toList();
        if (kinds.size() > 1) {
            return Boolean.TRUE.equals(node.flag("parallelMultiple")) ? EventKind.PARALLEL_MULTIPLE
                    : EventKind.MULTIPLE;
        }
        return kinds.isEmpty() ? EventKind.NONE : kinds.get(0);
    }

    private Set<Trait> traits(XmlNode node, BpmnKind kind) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        switch (kind.family()) {
            case EVENT -> add(traits, Trait.NON_INTERRUPTING, Boolean.FALSE.equals(node.flag("cancelActivity"))
                    || Boolean.FALSE.equals(node.flag("isInterrupting")));
            case ACTIVITY, CHOREOGRAPHY -> activity(node, kind, traits);
            case GATEWAY -> {
                add(traits, Trait.INSTANTIATES, Boolean.TRUE.equals(node.flag("instantiate")));
                add(traits, Trait.ALL_EVENTS, node.has("eventGatewayType", "Parallel"));
            }
            case DATA -> add(traits, Trait.COLLECTION, collection(node));
            case POOL -> {
                add(traits, Trait.PARALLEL, node.child("participantMultiplicity") != null);
                add(traits, Trait.BLACK_BOX, kind == BpmnKind.PARTICIPANT && node.get("processRef").isBlank());
            }
            case EDGE -> edge(node, kind, traits);
            default -> {
                // Nothing changes the look of the others.
            }
        }
        return Collections.unmodifiableSet(traits);
    }

    private static void activity(XmlNode node, BpmnKind kind, Set<Trait> traits) {
        XmlNode each = node.child("multiInstanceLoopCharacteristics");
        boolean sequential = each != null && Boolean.TRUE.equals(each.flag("isSequential"));
        add(traits, Trait.SEQUENTIAL, sequential || node.has("loopType", "MultiInstanceSequential"));
        add(traits, Trait.PARALLEL, (each != null && !sequential) || node.has("loopType", "MultiInstanceParallel"));
        add(traits, Trait.LOOP, node.child("standardLoopCharacteristics") != null || node.has("loopType", "Standard"));
        add(traits, Trait.COMPENSATES, Boolean.TRUE.equals(node.flag("isForCompensation")));
        add(traits, Trait.AD_HOC, kind == BpmnKind.AD_HOC_SUB_PROCESS);
        add(traits, Trait.INSTANTIATES, kind == BpmnKind.RECEIVE_TASK && Boolean.TRUE.equals(node.flag("instantiate")));
    }

    private void edge(XmlNode node, BpmnKind kind, Set<Trait> traits) {
        if (kind == BpmnKind.SEQUENCE_FLOW) {
            XmlNode source = this.nodes.get(String.valueOf(node.reference("sourceRef")));
            boolean gateway = source != null && kind(source).family() == BpmnKind.Family.GATEWAY;
            add(traits, Trait.DEFAULT, this.defaults.contains(node.get("id")));
            add(traits, Trait.CONDITIONAL, node.child("conditionExpression") != null && !gateway);
        }
        boolean data = kind == BpmnKind.DATA_INPUT_ASSOCIATION || kind == BpmnKind.DATA_OUTPUT_ASSOCIATION;
        add(traits, Trait.DIRECTED, data || node.has("associationDirection", "One"));
        add(traits, Trait.BOTH_WAYS, node.has("associationDirection", "Both"));
    }

    private boolean collection(XmlNode node) {
        String referred = node.reference("dataObjectRef");
        XmlNode data = (referred != null) ? this.nodes.get(referred) : null;
        return Boolean.TRUE.equals(node.flag("isCollection"))
                || (data != null && Boolean.TRUE.equals(data.flag("isCollection")));
    }

    private static void add(Set<Trait> traits, Trait trait, boolean has) {
        if (has) {
            traits.add(trait);
        }
    }

}
