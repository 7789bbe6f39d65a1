package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.DiShape;
import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.EventKind;
import io.slipway.diagram.read.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Finds the form and the signs of a shape. Labels are placed afterwards.
 */
final class FigureSketcher {

    private static final Set<EventKind> FILLED = Set.of(EventKind.MESSAGE, EventKind.ERROR, EventKind.ESCALATION,
            EventKind.CANCEL, EventKind.COMPENSATION, EventKind.LINK, EventKind.SIGNAL, EventKind.MULTIPLE);

    /** Size of the markers at the lower side of an activity. */
    static final double MARKER = 14;

    private FigureSketcher() {
    }

    static Figure figure(DiShape shape, boolean open) {
        Element element = shape.element();
        if (element == null) {
            return unknown(shape, null);
        }
        return switch (element.kind().family()) {
            case EVENT -> event(shape, element);
            case ACTIVITY -> activity(shape, element, open);
            case GATEWAY -> gateway(shape, element);
            case CHOREOGRAPHY -> choreography(shape, element, open);
            case DATA -> data(shape, element);
            case ARTIFACT -> artifact(shape, element);
            case CONVERSATION -> conversation(shape, element);
            case POOL -> band(shape, element);
            case EDGE, UNKNOWN -> unknown(shape, element);
        };
    }

    private static Figure event(DiShape shape, Element element) {
        BpmnKind kind = element.kind();
        boolean throwing = kind == BpmnKind.INTERMEDIATE_THROW_EVENT || kind == BpmnKind.END_EVENT;
        String css = switch (kind) {
            case START_EVENT -> "dg-event dg-start";
            case END_EVENT -> "dg-event dg-end";
            default -> "dg-event dg-between";
        };
        boolean dashed = element.is(Trait.NON_INTERRUPTING) && !throwing;
        boolean ring = kind != BpmnKind.START_EVENT && kind != BpmnKind.END_EVENT;
        List<Sign> signs = new ArrayList<>();
        if (element.event() != EventKind.NONE) {
            String filled = (throwing && FILLED.contains(element.event())) ? "-filled" : "";
            double share = (element.event() == EventKind.TIMER && !ring) ? 0.72 : 0.58;
            double size = Math.min(shape.box().width(), shape.box().height()) * share;
            signs.add(Sign.amid(element.event().sign() + filled, shape.box(), size));
        }
        return Figure.event(shape.reference(), element, css + (dashed ? " dg-dashed" : ""), shape.box(), ring, signs);
    }

    private static Figure activity(DiShape shape, Element element, boolean open) {
        BpmnKind kind = element.kind();
        String css = "dg-activity" + switch (kind) {
            case CALL_ACTIVITY -> " dg-call";
            case EVENT_SUB_PROCESS -> " dg-dotted";
            case TRANSACTION -> " dg-transaction";
            default -> "";
        } + (open ? " dg-open" : "");
        List<Sign> signs = new ArrayList<>();
        String task = switch (kind) {
            case USER_TASK -> "user";
            case SERVICE_TASK -> "service";
            case SEND_TASK -> "message-filled";
            case RECEIVE_TASK -> element.is(Trait.INSTANTIATES) ? "receive-start" : "message";
            case MANUAL_TASK -> "manual";
            case BUSINESS_RULE_TASK -> "business-rule";
            case SCRIPT_TASK -> "script";
            default -> "";
        };
        Box box = shape.box();
        if (!task.isEmpty()) {
            double size = Math.min(20, Math.min(box.width(), box.height()) / 4.2);
            signs.add(Sign.at(task, box.x() + 6, box.y() + Math.min(5, box.height() / 12), size));
        }
        markers(signs, box, element, (kind.isSubProcess() || kind == BpmnKind.CALL_ACTIVITY) && !open);
        return Figure.activity(shape.reference(), element, css, box, corner(box), kind == BpmnKind.TRANSACTION, signs);
    }

    private static void markers(List<Sign> signs, Box box, Element element, boolean closed) {
        List<String> names = new ArrayList<>();
        add(names, element.is(Trait.COMPENSATES), "compensation");
        add(names, element.is(Trait.LOOP), "loop");
        add(names, element.is(Trait.PARALLEL), "parallel-instances");
        add(names, element.is(Trait.SEQUENTIAL), "sequential-instances");
        add(names, closed, "closed");
        add(names, element.is(Trait.AD_HOC), "ad-hoc");
        double size = Math.min(MARKER, box.height() / 3);
        double step = size + 3;
        double x = box.centerX() - (names.size() * step - 3) / 2;
        for (String name : names) {
            signs.add(Sign.at(name, x, box.bottom() - size - 3, size));
            x += step;
        }
    }

    private static Figure gateway(DiShape shape, Element element) {
        Box box = shape.box();
        String sign = switch (element.kind()) {
            case EXCLUSIVE_GATEWAY -> shape.marked() ? "exclusive" : "";
            case INCLUSIVE_GATEWAY -> "inclusive";
            case PARALLEL_GATEWAY -> "parallel";
            case COMPLEX_GATEWAY -> "complex";
            default -> eventGateway(element);
        };
        double size = Math.min(box.width(), box.height()) * 0.56;
        List<Sign> signs = sign.isEmpty() ? List.of() : List.of(Sign.amid(sign, box, size));
        return Figure.outline(shape.reference(), element, "dg-gateway", box, Outlines.diamond(box), null, signs);
    }

    private static String eventGateway(Element element) {
        if (!element.is(Trait.INSTANTIATES)) {
            return "event-based";
        }
        return element.is(Trait.ALL_EVENTS) ? "event-based-all" : "event-based-start";
    }

    private static Figure choreography(DiShape shape, Element element, boolean open) {
        List<Sign> signs = new ArrayList<>();
        markers(signs, shape.box(), element, element.kind() == BpmnKind.SUB_CHOREOGRAPHY && !open);
        String css = "dg-activity dg-choreography" + ((element.kind() == BpmnKind.CALL_CHOREOGRAPHY) ? " dg-call" : "")
                + (open ? " dg-open" : "");
        return Figure.activity(shape.reference(), element, css, shape.box(), corner(shape.box()), false, signs);
    }

    /** A participant as a band of a choreography; of pools and lanes see the frames. */
    private static Figure band(DiShape shape, Element element) {
        boolean answers = shape.band().contains("non_initiating");
        List<Sign> signs = element.is(Trait.PARALLEL) ? List.of(Sign.at("parallel-instances",
                shape.box().right() - MARKER - 4, shape.box().centerY() - MARKER / 2, MARKER)) : List.of();
        return Figure.activity(shape.reference(), element, answers ? "dg-band dg-band-answers" : "dg-band", shape.box(),
                shape.band().startsWith("middle") ? 0 : 6, false, signs);
    }

    private static Figure data(DiShape shape, Element element) {
        Box box = shape.box();
        if (element.kind() == BpmnKind.DATA_STORE || element.kind() == BpmnKind.DATA_STORE_REFERENCE) {
            return Figure.outline(shape.reference(), element, "dg-data", box, Outlines.store(box),
                    Outlines.storeRims(box), List.of());
        }
        List<Sign> signs = new ArrayList<>();
        double size = Math.min(box.width(), box.height()) * 0.4;
        if (element.kind() == BpmnKind.DATA_INPUT) {
            signs.add(Sign.at("link", box.x() + 2, box.y() + 2, size));
        }
        if (element.kind() == BpmnKind.DATA_OUTPUT) {
            signs.add(Sign.at("link-filled", box.x() + 2, box.y() + 2, size));
        }
        if (element.is(Trait.COLLECTION)) {
            signs.add(Sign.at("parallel-instances", box.centerX() - size / 2, box.bottom() - size - 2, size));
        }
        return Figure.outline(shape.reference(), element, "dg-data", box, Outlines.page(box), Outlines.pageFold(box),
                signs);
    }

    private static Figure artifact(DiShape shape, Element element) {
        Box box = shape.box();
        if (element.kind() == BpmnKind.MESSAGE) {
            return Figure.outline(shape.reference(), element, "dg-data", box, Outlines.envelope(box),
                    Outlines.envelopeFlap(box), List.of());
        }
        return Figure.outline(shape.reference(), element, "dg-note", box, Outlines.envelope(box), Outlines.bracket(box),
                List.of());
    }

    private static Figure conversation(DiShape shape, Element element) {
        Box box = shape.box();
        List<Sign> signs = (element.kind() == BpmnKind.SUB_CONVERSATION)
                ? List.of(Sign.at("closed", box.centerX() - MARKER / 2, box.bottom() - MARKER - 2, MARKER)) : List.of();
        String css = (element.kind() == BpmnKind.CALL_CONVERSATION) ? "dg-data dg-call" : "dg-data";
        return Figure.outline(shape.reference(), element, css, box, Outlines.hexagon(box), null, signs);
    }

    private static Figure unknown(DiShape shape, @Nullable Element element) {
        return Figure.activity(shape.reference(), element, "dg-unknown", shape.box(), 3, false, List.of());
    }

    private static double corner(Box box) {
        return Math.min(10, Math.min(box.width(), box.height()) / 4);
    }

    private static void add(List<String> names, boolean has, String name) {
        if (has) {
            names.add(name);
        }
    }

}
