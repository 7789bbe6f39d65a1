package io.slipway.monitor.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.slipway.monitor.timeline.Chart.Bar;
import io.slipway.monitor.timeline.Chart.Note;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a row nothing lies on anything else: neither bars, nor the room to click them, nor
 * their notes.
 */
class ChartRowsTests {

    @RepeatedTest(40)
    void keepsBarsAndNotesApart(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(14); i++) {
            double x = 200 + random.nextInt(780);
            bars.add(bar(x, Math.min(1000 - x, 5 + random.nextInt(60)), "x".repeat(random.nextInt(30))));
        }
        ChartRows rows = new ChartRows(40, 200, 1120);
        rows.add("step", "Approve plan", bars);
        Chart.Row row = rows.rows().get(0);
        assertThat(row.bars()).hasSameSizeAs(bars);
        List<double[]> boxes = new ArrayList<>();
        for (Bar bar : row.bars()) {
            boxes.add(new double[] { bar.targetX(), bar.targetY(), bar.targetX() + bar.targetWidth(),
                    bar.targetY() + bar.targetHeight() });
            assertThat(bar.targetY()).isGreaterThanOrEqualTo(row.y());
            assertThat(bar.targetY() + bar.targetHeight()).isLessThanOrEqualTo(row.y() + row.height());
            assertThat(bar.targetWidth()).isGreaterThanOrEqualTo(ChartRows.TARGET);
        }
        for (Bar bar : row.bars()) {
            Note note = bar.note();
            if (note != null && !note.text().isEmpty()) {
                double length = ChartRows.length(note.text());
                double from = note.before() ? note.x() - length : note.x();
                assertThat(from).isGreaterThanOrEqualTo(200);
                assertThat(from + length).isLessThanOrEqualTo(1120);
                boxes.add(new double[] { from, bar.y(), from + length, bar.y() + bar.height() });
            }
        }
        for (int i = 0; i < row.bars().size(); i++) {
            for (int j = i + 1; j < row.bars().size(); j++) {
                assertThat(apart(boxes.get(i), boxes.get(j))).as("%d and %d", i, j).isTrue();
            }
        }
        for (int i = row.bars().size(); i < boxes.size(); i++) {
            double[] note = boxes.get(i);
            assertThat(row.bars()).noneMatch((bar) -> bar.y() < note[3] && bar.y() + bar.height() > note[1]
                    && bar.x() < note[2] && bar.x() + bar.width() > note[0]);
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(apart(note, boxes.get(j))).isTrue();
            }
        }
    }

    @Test
    void shortensWhatHasNoRoom() {
        ChartRows rows = new ChartRows(40, 200, 1120);
        rows.add("step", "A step with a name that is much longer than there is room for", List.of());
        assertThat(rows.rows().get(0).label()).endsWith("…").hasSizeLessThan(30);
        assertThat(rows.rows().get(0).name()).endsWith("room for");
        assertThat(rows.rows().get(0).height()).isPositive();
    }

    private static boolean apart(double[] one, double[] other) {
        return one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
    }

    private static Bar bar(double x, double width, String note) {
        return new Bar("done", x, 0, width, 14, false, "", "", null, List.of(), new Note(0, false, note));
    }

}
