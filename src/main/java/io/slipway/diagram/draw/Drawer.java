package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.Reach;
import io.slipway.diagram.read.Box;

/**
 * Marks a sketch with what is to be shown, and hands it to the templates.
 */
public final class Drawer {

    private final Sketch sketch;

    private final DiagramOverlay overlay;

    private final Words words;

    private final String prefix;

    private final Map<String, ElementMark> marks = new HashMap<>();

    private final Set<String> ids = new HashSet<>();

    private final Set<String> legend = new LinkedHashSet<>();

    private final Set<String> signs;

    /**
     * Prepares to draw.
     * @param prefix of all ids on the page
     */
    public Drawer(Sketch sketch, DiagramOverlay overlay, Words words, String prefix) {
        this.sketch = sketch;
        this.overlay = overlay;
        this.words = words;
        this.prefix = prefix;
        this.signs = new TreeSet<>(sketch.signs());
        overlay.elements()
            .forEach((id, mark) -> this.marks.merge(sketch.shownIn().getOrDefault(id, id), mark(id, mark),
                    Drawer::both));
    }

    /** What lies hidden in a closed sub-process is told at that one. */
    private ElementMark mark(String id, ElementMark mark) {
        if (!this.sketch.shownIn().containsKey(id)) {
            return mark;
        }
        return ElementMark.NONE.withTokens(mark.tokens())
            .withFailed(mark.failed())
            .withRetrying(mark.retrying())
            .withTimers(mark.timers())
            .withOverdue(mark.overdue())
            .withSuspended(mark.suspended());
    }

    private static ElementMark both(ElementMark one, ElementMark other) {
        ElementMark own = (one.reach() != Reach.UNKNOWN || one.href() != null) ? one : other;
        return own.withTokens(one.tokens() + other.tokens())
            .withFailed(one.failed() + other.failed())
            .withRetrying(one.retrying() + other.retrying())
            .withTimers(one.timers() + other.timers())
            .withOverdue(one.overdue() + other.overdue())
            .withSuspended(one.suspended() || other.suspended());
    }

    /**
     * Draws.
     * @param label what the diagram shows, in a few words
     * @param unknown what was drawn as a neutral box
     * @param coloured how many shapes and lines have colours of their own in the file
     * @param missing what is not drawn, with its marks
     */
    public Drawing draw(String label, List<String> unknown, int coloured, Map<String, String> missing) {
        Crowd crowd = this.sketch.crowd();
        Marking marking = new Marking(crowd, this.sketch.extent(), this.overlay.showPath());
        List<Node> nodes = new ArrayList<>();
        for (Figure figure : this.sketch.figures()) {
            nodes.add(node(figure, marking));
        }
        List<Passage> passages = this.sketch.lines().stream().map((line) -> passage(line, crowd)).toList();
        Box extent = this.sketch.extent();
        return new Drawing(this.sketch, this.prefix, label, summary(nodes), viewBox(extent),
                Numbers.text(extent.width()), Numbers.text(extent.height()), this.sketch.frames(), passages, nodes,
                List.copyOf(this.signs), List.copyOf(this.legend), unknown, coloured, absent(missing));
    }

    private Node node(Figure figure, Marking marking) {
        ElementMark mark = this.marks.getOrDefault(figure.id(), ElementMark.NONE);
        boolean selected = figure.id().equals(this.overlay.selected());
        String title = this.words.figure(figure);
        List<Badge> badges = List.of();
        Label note = Label.NONE;
        String css = selected ? " dg-selected" : "";
        if (mark != ElementMark.NONE) {
            badges = marking.badges(figure, mark);
            note = marking.note(figure, mark, selected);
            css += css(mark);
            List<String> told = this.words.marks(mark, this.overlay.showPath());
            title = told.isEmpty() ? title : title + ": " + String.join(", ", told);
            explain(badges);
        }
        if (selected) {
            this.legend.add("selected");
        }
        boolean event = figure.form().equals(Figure.EVENT);
        Place ring = selected ? Place.of(figure.box().grown(6)) : null;
        String corner = event ? Numbers.text(figure.box().width() / 2 + 6) : "14";
        String description = this.words.ways(figure.ways());
        return new Node(id(figure.id()), figure, css, mark.href(), (mark.href() != null) ? null : "img",
                selected ? "true" : null, title, description.isEmpty() ? null : description, ring, corner, badges,
                note);
    }

    private String css(ElementMark mark) {
        StringBuilder css = new StringBuilder();
        if (this.overlay.showPath()) {
            switch (mark.reach()) {
                case PASSED -> css.append(" dg-passed");
                case NOT_REACHED -> css.append(" dg-unreached");
                case HERE -> css.append(" dg-here");
                case UNKNOWN -> {
                    // No statement.
                }
            }
            this.legend.add("path");
        }
        else if (mark.tokens() > 0) {
            css.append(" dg-here");
        }
        if (mark.failed() > 0) {
            css.append(" dg-failing");
        }
        if (mark.heat() > 0) {
            css.append(" dg-heat-").append(mark.heat());
        }
        return css.toString();
    }

    private void explain(List<Badge> badges) {
        for (Badge badge : badges) {
            this.legend.add(badge.css().substring(badge.css().lastIndexOf('-') + 1));
            if (!badge.sign().name().isEmpty()) {
                this.signs.add(badge.sign().name());
            }
        }
    }

    private Passage passage(Line line, Crowd crowd) {
        long passes = this.overlay.flows().getOrDefault(line.element(), 0L);
        boolean sequence = line.css().equals("dg-sequence");
        String css = "";
        if (sequence && this.overlay.showPath()) {
            css = (passes > 0) ? " dg-taken" : " dg-untaken";
        }
        TextLine count = null;
        if (passes > 1) {
            String text = "×" + Numbers.count(passes);
            Box place = LineLabels.place(line.points(), TextWidths.of(text, Label.OUTSIDE) + 2, Label.OUTSIDE + 2,
                    crowd);
            crowd.add(place);
            count = new TextLine(Numbers.text(place.centerX()), Numbers.text(place.bottom() - 2), text);
            this.legend.add("passes");
        }
        return new Passage(line, css, this.words.line(line, passes, this.overlay.showPath()), count);
    }

    /** An id that a page may have: without spaces, and only once. */
    private String id(String element) {
        StringBuilder id = new StringBuilder(this.prefix).append('-');
        element.codePoints()
            .limit(80)
            .forEach((point) -> id.appendCodePoint(Character.isLetterOrDigit(point) || point == '_' ? point : '-'));
        String base = id.toString();
        String unique = base;
        for (int i = 2; !this.ids.add(unique); i++) {
            unique = base + "-" + i;
        }
        return unique;
    }

    private String summary(List<Node> nodes) {
        List<String> here = nodes.stream()
            .filter((node) -> this.marks.getOrDefault(node.figure().id(), ElementMark.NONE).tokens() > 0)
            .limit(20)
            .map((node) -> this.words.name(node.figure().element()))
            .toList();
        String count = this.words.say("diagram.summary", nodes.size());
        return here.isEmpty() ? count : count + " " + this.words.say("diagram.here", String.join(", ", here));
    }

    /** What is marked and has no shape here is told in words. */
    private List<String> absent(Map<String, String> missing) {
        Map<String, String> all = new LinkedHashMap<>(missing);
        return all.entrySet().stream().map((one) -> {
            ElementMark mark = this.overlay.elements().getOrDefault(one.getKey(), ElementMark.NONE);
            List<String> told = this.words.marks(mark, this.overlay.showPath());
            return told.isEmpty() ? one.getValue() : one.getValue() + ": " + String.join(", ", told);
        }).toList();
    }

    private static String viewBox(Box extent) {
        return Numbers.text(extent.x()) + " " + Numbers.text(extent.y()) + " " + Numbers.text(extent.width()) + " "
                + Numbers.text(extent.height());
    }

}
