package io.slipway.monitor.heat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Diagrams;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.Plane;
import io.slipway.diagram.ProcessDiagram;
import io.slipway.diagram.UnreadableDiagramException;
import io.slipway.monitor.Lengths;
import io.slipway.ui.Messages;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.statistics.ElementStatistics;
import io.slipway.workflow.statistics.PeriodStatistics;
import io.slipway.workflow.statistics.StatisticsManagement;

import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Shows where the time goes in a process model, and how often its elements are passed.
 */
@Service
public class Heats {

    private static final Comparator<HeatRow> LONGEST = Comparator
        .comparing((HeatRow row) -> row.statistics().median(), Comparator.reverseOrder())
        .thenComparing((row) -> row.statistics().total(), Comparator.reverseOrder());

    private static final Comparator<HeatRow> MOST = Comparator.comparing((HeatRow row) -> row.statistics().passes(),
            Comparator.reverseOrder());

    private final StatisticsManagement statistics;

    private final ProcessModels models;

    private final Diagrams diagrams;

    private final Lengths lengths;

    private final Messages messages;

    Heats(StatisticsManagement statistics, ProcessModels models, Diagrams diagrams, Lengths lengths,
            Messages messages) {
        this.statistics = statistics;
        this.models = models;
        this.diagrams = diagrams;
        this.lengths = lengths;
        this.messages = messages;
    }

    /**
     * The heat of a model. Refuses one that is not deployed, with a
     * {@code NotFoundException}.
     * @param process id of the model
     * @param version its number; its diagram is shown
     */
    public HeatMap of(String process, int version, HeatQuery query) {
        ModelVersion model = this.models.get(process, version);
        Set<String> versions = query.allVersions() ? this.models.all()
            .stream()
            .filter((one) -> one.process().equals(process))
            .map(ModelVersion::id)
            .collect(Collectors.toSet()) : Set.of(model.id());
        PeriodStatistics found = this.statistics.of(versions, query.from(), query.to());
        Optional<ProcessDiagram> diagram = diagram(model);
        List<DiagramElement> elements = diagram.map(ProcessDiagram::elements).orElse(List.of());
        long runs = runs(found, elements);
        List<HeatRow> rows = rows(found, elements, query.measure(), runs);
        Set<String> touched = rows.stream().map((row) -> row.statistics().drawn()).collect(Collectors.toSet());
        List<String> untouched = elements.stream()
            .filter((element) -> !touched.contains(element.id()))
            .map(this::label)
            .toList();
        return new HeatMap(model, query, found, rows, untouched, runs,
                diagram.map((one) -> draw(one, model, rows, query.measure())).orElse(List.of()));
    }

    private Optional<ProcessDiagram> diagram(ModelVersion model) {
        try {
            return Optional.of(this.diagrams.of(model.id(), () -> this.models.bpmn(model.id())));
        }
        catch (UnreadableDiagramException ex) {
            return Optional.empty();
        }
    }

    private static long runs(PeriodStatistics statistics, List<DiagramElement> elements) {
        Set<String> starts = elements.stream()
            .filter((element) -> element.kind() == BpmnKind.START_EVENT && element.parent() == null)
            .map(DiagramElement::id)
            .collect(Collectors.toSet());
        return statistics.elements()
            .stream()
            .filter((one) -> starts.contains(one.element()))
            .mapToLong(ElementStatistics::passes)
            .sum();
    }

    private List<HeatRow> rows(PeriodStatistics found, List<DiagramElement> elements, HeatMeasure measure, long runs) {
        Map<String, DiagramElement> known = new HashMap<>();
        elements.forEach((element) -> known.put(element.id(), element));
        long most = found.elements().stream().mapToLong(ElementStatistics::passes).max().orElse(0);
        double time = found.elements()
            .stream()
            .filter((one) -> !container(one, known))
            .mapToDouble((one) -> one.total().toMillis())
            .sum();
        List<HeatRow> rows = new ArrayList<>();
        for (ElementStatistics statistics : found.elements()) {
            Optional<DiagramElement> element = Optional.ofNullable(known.get(statistics.drawn()));
            boolean container = container(statistics, known);
            String name = element.map(this::label).orElse(statistics.drawn());
            rows.add(new HeatRow(statistics,
                    statistics.together() ? this.messages.text("statistics.heat.together", name) : name,
                    element.isPresent(), container, (container || time == 0) ? 0 : statistics.total().toMillis() / time,
                    (runs == 0) ? 0 : (double) statistics.passes() / runs, HeatScale.of(measure, statistics, most)));
        }
        rows.sort(((measure == HeatMeasure.DURATION) ? LONGEST : MOST).thenComparing(HeatRow::name));
        return List.copyOf(rows);
    }

    /** What has no name is told by its kind. */
    private String label(DiagramElement element) {
        return element.name().isEmpty()
                ? this.messages.text("statistics.heat.unnamed",
                        StringUtils.capitalize(this.messages.text("diagram.kind." + element.kind())), element.id())
                : element.name();
    }

    /** What holds others would count their time a second time. */
    private static boolean container(ElementStatistics statistics, Map<String, DiagramElement> known) {
        DiagramElement element = known.get(statistics.drawn());
        return statistics.together() || (element != null && element.kind().isSubProcess());
    }

    private List<Drawing> draw(ProcessDiagram diagram, ModelVersion model, List<HeatRow> rows, HeatMeasure measure) {
        Map<String, ElementMark> marks = new HashMap<>();
        rows.stream()
            .filter((row) -> row.drawn() && !row.statistics().together())
            .forEach((row) -> marks.put(row.statistics().drawn(), mark(row, measure)));
        DiagramOverlay overlay = new DiagramOverlay(marks, Map.of(), null, false);
        return diagram.planes()
            .stream()
            .map(Plane::id)
            .map((plane) -> this.diagrams.draw(diagram, plane, overlay,
                    this.messages.text("statistics.heat.diagram." + measure.id(), model.name(), model.version())))
            .toList();
    }

    private ElementMark mark(HeatRow row, HeatMeasure measure) {
        ElementStatistics statistics = row.statistics();
        String note = (measure == HeatMeasure.DURATION)
                ? this.messages.text("statistics.heat.note.duration", this.lengths.of(statistics.median()))
                : this.messages.text("statistics.heat.note.frequency", statistics.passes());
        // What takes no time would fill the diagram with words that say so.
        boolean telling = statistics.passes() > 0 && (measure == HeatMeasure.FREQUENCY || row.heat() > 1);
        return ElementMark.NONE.withHeat(row.heat())
            .withNote(telling ? note : null)
            .withHref("#statistics-" + statistics.drawn());
    }

}
