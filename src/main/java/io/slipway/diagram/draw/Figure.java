package io.slipway.diagram.draw;

import java.util.List;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.Element;
import org.jspecify.annotations.Nullable;

/**
 * A shape without marks. Which of the forms it has decides what is set: an oval with a
 * ring for events, a place with a second one for activities, an outline for the others.
 *
 * @param id id of the element
 * @param element the element, null if the model does not have it
 * @param form {@code event}, {@code activity}, or {@code outline}
 * @param box where it is
 * @param corner how round the corners of its box are
 * @param detail lines within it
 */
public record Figure(String id, @Nullable Element element, String form, String css, Box box, @Nullable Oval oval,
        @Nullable Oval ring, Place place, @Nullable Place inner, String corner, @Nullable String outline,
        @Nullable String detail, List<Sign> signs, Label label, List<Way> ways) {

    static final String EVENT = "event";

    static final String ACTIVITY = "activity";

    static final String OUTLINE = "outline";

    /**
     * What it shows.
     * @return the kind of its element
     */
    public BpmnKind kind() {
        return (this.element != null) ? this.element.kind() : BpmnKind.UNKNOWN;
    }

    static Figure event(String id, Element element, String css, Box box, boolean ring, List<Sign> signs) {
        return new Figure(id, element, EVENT, css, box, Oval.of(box),
                ring ? Oval.of(box.grown(-Math.min(box.width(), box.height()) / 10)) : null, Place.of(box), null, "0",
                null, null, signs, Label.NONE, List.of());
    }

    static Figure activity(String id, @Nullable Element element, String css, Box box, double corner, boolean inner,
            List<Sign> signs) {
        return new Figure(id, element, ACTIVITY, css, box, null, null, Place.of(box),
                inner ? Place.of(box.grown(-3)) : null, Numbers.text(corner), null, null, signs, Label.NONE, List.of());
    }

    static Figure outline(String id, @Nullable Element element, String css, Box box, String outline,
            @Nullable String detail, List<Sign> signs) {
        return new Figure(id, element, OUTLINE, css, box, null, null, Place.of(box), null, "0", outline, detail, signs,
                Label.NONE, List.of());
    }

    Figure with(Label itsLabel) {
        return new Figure(this.id, this.element, this.form, this.css, this.box, this.oval, this.ring, this.place,
                this.inner, this.corner, this.outline, this.detail, this.signs, itsLabel, this.ways);
    }

    Figure leadingTo(List<Way> itsWays) {
        return new Figure(this.id, this.element, this.form, this.css, this.box, this.oval, this.ring, this.place,
                this.inner, this.corner, this.outline, this.detail, this.signs, this.label, itsWays);
    }

}
