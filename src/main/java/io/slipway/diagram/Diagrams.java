package io.slipway.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.slipway.diagram.draw.Drawer;
import io.slipway.diagram.draw.Sketch;
import io.slipway.diagram.draw.Words;
import io.slipway.input.NotFoundException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Draws diagrams, and keeps the read ones, for all viewers.
 */
@Component("diagrams")
public class Diagrams {

    private static final int KEPT = 100;

    /**
     * A file never changes under its key, so the eldest may go and nothing else is
     * needed.
     */
    private final Map<String, ProcessDiagram> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProcessDiagram> eldest) {
            return size() > KEPT;
        }

    });

    private final Words words;

    Diagrams(MessageSource messages) {
        this.words = new Words(messages);
    }

    /**
     * Draws one sheet of a diagram for the fragment {@code diagram/_diagram}. What the
     * file does not say how to draw is listed, with its marks. Refuses a plane that the
     * file does not have, with a {@link NotFoundException}.
     * @param diagram the file that was read
     * @param plane id of the plane, or of the sub-process that it shows; empty for the
     * main one
     * @param label what the diagram shows, in a few words
     */
    public Drawing draw(ProcessDiagram diagram, String plane, DiagramOverlay overlay, String label) {
        Map<String, String> missing = new LinkedHashMap<>(diagram.missing());
        overlay.elements()
            .keySet()
            .stream()
            .filter((id) -> diagram.planeOf(id).isEmpty() && diagram.element(id).isEmpty())
            .sorted()
            .forEach((id) -> missing.putIfAbsent(id, id));
        Sketch sketch = diagram.sketch(plane).orElse(Sketch.EMPTY);
        if (sketch == Sketch.EMPTY && !plane.isEmpty()) {
            throw new NotFoundException("page", plane);
        }
        return new Drawer(sketch, overlay, this.words, diagram.prefix(sketch)).draw(label, diagram.unknown(),
                diagram.coloured(sketch), missing);
    }

    /**
     * A diagram out of the cache, or read now.
     * @param key what the text is known by: one key has one text for ever
     * @param bpmn gives the file's text, if it has to be read
     */
    public ProcessDiagram of(String key, Supplier<String> bpmn) {
        ProcessDiagram known = this.read.get(key);
        if (known != null) {
            return known;
        }
        // Two that ask at once read it twice, which is cheaper than one waiting for
        // another's file.
        ProcessDiagram now = ProcessDiagram.read(bpmn.get());
        this.read.put(key, now);
        return now;
    }

}
