package io.slipway.diagram.draw;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.BpmnFile;
import io.slipway.diagram.read.Sheet;

/**
 * A sheet with everything in its place, before anything is marked on it.
 */
public final class Sketch {

    /** A sheet on which there is nothing. */
    public static final Sketch EMPTY = new Sketch(List.of(), List.of(), List.of(), Map.of(), Set.of(),
            new Box(0, 0, 400, 100), new Crowd());

    private final List<Frame> frames;

    private final List<Line> lines;

    private final List<Figure> figures;

    private final Map<String, String> shownIn;

    private final Set<String> signs;

    private final Box extent;

    private final Crowd crowd;

    private final Map<Object, String> engraved = Collections.synchronizedMap(new IdentityHashMap<>());

    Sketch(List<Frame> frames, List<Line> lines, List<Figure> figures, Map<String, String> shownIn, Set<String> signs,
            Box extent, Crowd crowd) {
        this.frames = List.copyOf(frames);
        this.lines = List.copyOf(lines);
        this.figures = List.copyOf(figures);
        this.shownIn = Map.copyOf(shownIn);
        this.signs = Set.copyOf(signs);
        this.extent = extent;
        this.crowd = crowd;
    }

    /** Puts everything on a sheet into its place. */
    public static Sketch of(BpmnFile file, Sheet sheet) {
        return new Sketcher(file, sheet).sketch();
    }

    /**
     * The markup of a part of this sheet, which never changes and is therefore written
     * only once.
     * @param part the frame, line or shape
     * @param writing writes its markup
     */
    public String engraved(Object part, Supplier<String> writing) {
        String known = this.engraved.get(part);
        if (known == null) {
            known = writing.get();
            this.engraved.put(part, known);
        }
        return known;
    }

    List<Frame> frames() {
        return this.frames;
    }

    List<Line> lines() {
        return this.lines;
    }

    /** The shapes: flow nodes in flow order, then the others. */
    List<Figure> figures() {
        return this.figures;
    }

    /** For what lies hidden in a closed sub-process: the id of the one that is drawn. */
    Map<String, String> shownIn() {
        return this.shownIn;
    }

    Set<String> signs() {
        return this.signs;
    }

    Box extent() {
        return this.extent;
    }

    Crowd crowd() {
        return this.crowd.more();
    }

}
