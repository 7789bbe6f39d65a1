package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.Reach;
import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.EventKind;
import io.slipway.diagram.read.Trait;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Tells in words what a diagram shows by shape, sign and colour.
 */
public final class Words {

    private static final int LONGEST = 2_000;

    /** What the kind alone does not tell. */
    private static final Set<Trait> TOLD = Set.of(Trait.LOOP, Trait.SEQUENTIAL, Trait.PARALLEL, Trait.COMPENSATES,
            Trait.NON_INTERRUPTING);

    private final MessageSource messages;

    private final Map<BpmnKind, String> kinds = new EnumMap<>(BpmnKind.class);

    private final Map<EventKind, String> events = new EnumMap<>(EventKind.class);

    private final String next;

    private final Map<Trait, String> traits = new EnumMap<>(Trait.class);

    /** Looks up the words that are needed again and again. */
    public Words(MessageSource messages) {
        this.messages = messages;
        for (BpmnKind kind : BpmnKind.values()) {
            this.kinds.put(kind, say("diagram.kind." + kind));
        }
        for (EventKind event : EventKind.values()) {
            this.events.put(event, (event != EventKind.NONE) ? say("diagram.event." + event.sign()) : "");
        }
        this.next = say("diagram.next");
        TOLD.forEach((trait) -> this.traits.put(trait, say("diagram.trait." + trait)));
    }

    String say(String key, Object... values) {
        return this.messages.getMessage(key, values, Locale.ENGLISH);
    }

    /** What people may call an element: those without a name are known by their kind. */
    String name(@Nullable Element element) {
        if (element == null) {
            return "?";
        }
        return element.name().isEmpty() ? this.kinds.get(element.kind()) : flat(element.name());
    }

    /** What a shape leads to, empty if that is nothing. */
    String ways(List<Way> ways) {
        StringBuilder words = new StringBuilder();
        for (Way way : ways) {
            words.append(words.isEmpty() ? "" : ", ").append(name(way.target()));
            words.append(way.name().isEmpty() ? "" : " (" + flat(way.name()) + ")");
        }
        return words.isEmpty() ? "" : this.next + " " + words;
    }

    String figure(Figure figure) {
        Element element = figure.element();
        if (element == null) {
            return flat(figure.id()) + ", " + this.kinds.get(BpmnKind.UNKNOWN);
        }
        StringBuilder words = new StringBuilder(flat(element.name()));
        words.append(words.isEmpty() ? "" : ", ").append(this.kinds.get(element.kind()));
        if (element.event() != EventKind.NONE) {
            words.append(" (").append(this.events.get(element.event())).append(')');
        }
        if (!element.traits().isEmpty()) {
            element.traits()
                .stream()
                .filter(TOLD::contains)
                .forEach((trait) -> words.append(", ").append(this.traits.get(trait)));
        }
        return words.toString();
    }

    /** The marks, each with its number. */
    List<String> marks(ElementMark mark, boolean showPath) {
        List<String> words = new ArrayList<>();
        add(words, "diagram.mark.tokens", mark.tokens());
        add(words, "diagram.mark.failed", mark.failed());
        add(words, "diagram.mark.retrying", mark.retrying());
        add(words, "diagram.mark.overdue", mark.overdue());
        add(words, "diagram.mark.timers", mark.timers());
        if (mark.suspended()) {
            words.add(say("diagram.mark.suspended"));
        }
        if (mark.passes() > 0) {
            words.add(say("diagram.mark.passes", mark.passes()));
        }
        else if (showPath && mark.reach() == Reach.PASSED) {
            words.add(say("diagram.mark.passed"));
        }
        if (showPath && mark.reach() == Reach.NOT_REACHED) {
            words.add(say("diagram.mark.unreached"));
        }
        if (mark.heat() > 0) {
            words.add(say("diagram.mark.heat", mark.heat()));
        }
        if (mark.note() != null && !mark.note().isBlank()) {
            words.add(flat(mark.note()));
        }
        return words;
    }

    private void add(List<String> words, String key, long number) {
        if (number > 0) {
            words.add(say(key, number));
        }
    }

    String line(Line line, long passes, boolean showPath) {
        StringBuilder words = new StringBuilder(flat(line.name()));
        words.append(words.isEmpty() ? "" : ": ").append(name(line.source())).append(" → ").append(name(line.target()));
        if (passes > 0) {
            words.append(", ").append(say("diagram.mark.passes", passes));
        }
        else if (showPath && line.css().equals("dg-sequence")) {
            words.append(", ").append(say("diagram.mark.unreached"));
        }
        return words.toString();
    }

    static String flat(String text) {
        String flat = (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) ? text.replaceAll("\\s*\\R\\s*", " ") : text;
        return Wrapping.beginning(flat, LONGEST);
    }

}
