package io.slipway.monitor.heat;

import java.util.List;

import io.slipway.diagram.Drawing;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.statistics.PeriodStatistics;

/**
 * The heat of a model over a period.
 *
 * @param figures the figures, with what is known of their completeness
 * @param rows the elements on which something ended, the hottest first
 * @param untouched labels of the elements on which nothing ended, in flow order
 * @param drawings the diagram, one drawing for each of its sheets; none if it cannot be
 * read
 */
public record HeatMap(ModelVersion model, HeatQuery query, PeriodStatistics statistics, List<HeatRow> rows,
        List<String> untouched, long runs, List<Drawing> drawings) {
}
