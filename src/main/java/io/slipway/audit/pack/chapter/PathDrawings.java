package io.slipway.audit.pack.chapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.diagram.Reach;
import io.slipway.diagram.UnreadableDiagramException;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.state.ElementRun;
import io.slipway.workflow.state.ProcessRun;
import io.slipway.workflow.state.ProcessStates;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Draws each run of a release on the version of the model on which it ran, with the path
 * that it took, as SVG that needs nothing else.
 */
@Component
public class PathDrawings {

    /** The light colours of the portal, on paper. */
    private static final String COLOURS = ".dg { --ink: #16272c; --ink-soft: #4c5d62; --surface: #fff; --surface-soft: #fff;"
            + " --line: #e4dfd3; --line-strong: #8d897d; --accent: #0a6173; --accent-soft: #e0eef0; --on-accent: #fff;"
            + " --bad: #a8281c; --bad-soft: #fbe6e2; --on-bad: #fff; --warn: #7d5200; --warn-soft: #fbefd2;"
            + " --quiet-soft: #ece8de; }\n";

    private final ProcessStates states;

    private final ProcessModels models;

    private final Diagrams diagrams;

    private final ITemplateEngine templates;

    private final ApplicationContext beans;

    private final String style;

    PathDrawings(ProcessStates states, ProcessModels models, Diagrams diagrams, ITemplateEngine templates,
            ApplicationContext beans) {
        this.states = states;
        this.models = models;
        this.diagrams = diagrams;
        this.templates = templates;
        this.beans = beans;
        this.style = "<style>" + COLOURS + drawn() + "</style>";
    }

    /** What the portal's own style sheet says of what is drawn. */
    private static String drawn() {
        try {
            String css = new ClassPathResource("static/css/diagram.css").getContentAsString(StandardCharsets.UTF_8);
            return css.substring(css.indexOf("/* Shapes */"), css.indexOf("/* Dark ground"));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The drawings of a release by name of file, the spine first. */
    public Map<String, String> of(String releaseKey) {
        Map<String, String> drawings = new LinkedHashMap<>();
        for (ProcessRun run : this.states.ofRelease(releaseKey).runs()) {
            diagram(run).map((diagram) -> draw(run, diagram))
                .ifPresent((svg) -> drawings.put("process/%02d-%s-v%d.svg".formatted(drawings.size() + 1,
                        run.model().process(), run.model().version()), svg));
        }
        return drawings;
    }

    Optional<ProcessDiagram> diagram(ProcessRun run) {
        if (run.model().version() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(this.diagrams.of(run.model().id(), () -> this.models.bpmn(run.model().id())));
        }
        catch (UnreadableDiagramException ex) {
            return Optional.empty();
        }
    }

    private String draw(ProcessRun run, ProcessDiagram diagram) {
        Map<String, ElementMark> marks = new HashMap<>();
        for (DiagramElement element : diagram.elements()) {
            marks.put(element.id(),
                    ElementMark.NONE.withReach(reach(run, element.id())).withPasses(passes(run, element.id())));
        }
        Drawing drawing = this.diagrams.draw(diagram, "", new DiagramOverlay(marks, run.flows(), null, true),
                run.model().name());
        Context context = new Context(Locale.ENGLISH, Map.of("drawing", drawing));
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(this.beans, null));
        String svg = this.templates.process("diagram/_diagram", Set.of("sheet"), context).strip();
        return svg.replaceFirst(">", ">" + this.style) + "\n";
    }

    static Reach reach(ProcessRun run, String element) {
        ElementRun found = run.elements().get(element);
        return (found == null) ? Reach.NOT_REACHED : (found.tokens() > 0) ? Reach.HERE : Reach.PASSED;
    }

    static long passes(ProcessRun run, String element) {
        ElementRun found = run.elements().get(element);
        return (found != null) ? found.passes() : 0;
    }

}
