package io.slipway.diagram;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.slipway.diagram.draw.Figure;
import io.slipway.diagram.draw.Frame;
import io.slipway.diagram.draw.Line;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Writes the parts of a sheet that are the same for every viewer, by their templates and
 * only once: most of a diagram never changes, and pages show it again and again.
 */
@Component("engraver")
public class Engraver {

    private final ITemplateEngine templates;

    /**
     * Prepares to write.
     * @param templates writes the markup
     */
    public Engraver(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * What lies behind, such as a pool.
     * @param drawing the drawing of which it is part
     * @return its markup
     */
    public String frame(Drawing drawing, Frame frame) {
        return part(drawing, "frame", frame);
    }

    /**
     * A line with its tips and its label.
     * @param drawing the drawing of which it is part
     * @return its markup
     */
    public String line(Drawing drawing, Line line) {
        return part(drawing, "line", line);
    }

    /**
     * A shape with its signs and its label.
     * @param drawing the drawing of which it is part
     * @return its markup
     */
    public String figure(Drawing drawing, Figure figure) {
        return part(drawing, "figure", figure);
    }

    private String part(Drawing drawing, String name, Object part) {
        return drawing.sketch()
            .engraved(part, () -> this.templates.process("diagram/_parts", Set.of(name),
                    new Context(Locale.ENGLISH, Map.of("drawing", drawing, name, part))));
    }

}
