package io.slipway.knowledge.text;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.slipway.knowledge.text.LineChange.Kind;

/**
 * The difference of two texts, line by line, with a few lines around what changed.
 */
public final class TextDifference {

    private static final int AROUND = 2;

    private TextDifference() {
    }

    /**
     * The lines in which two texts differ, and those around them.
     * @return no lines if they are the same
     */
    public static List<LineChange> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<LineChange> all = new ArrayList<>();
        int shown = 0;
        List<AbstractDelta<String>> deltas = DiffUtils.diff(old, after.lines().toList()).getDeltas();
        for (AbstractDelta<String> delta : deltas) {
            int at = delta.getSource().getPosition();
            int from = Math.max(shown, at - AROUND);
            leaveOut(all, from - shown);
            old.subList(from, at).forEach((line) -> all.add(new LineChange(Kind.SAME, line)));
            delta.getSource().getLines().forEach((line) -> all.add(new LineChange(Kind.REMOVED, line)));
            delta.getTarget().getLines().forEach((line) -> all.add(new LineChange(Kind.ADDED, line)));
            int end = at + delta.getSource().size();
            shown = Math.min(old.size(), end + AROUND);
            int next = next(deltas, delta, old.size());
            shown = Math.min(shown, next);
            old.subList(end, shown).forEach((line) -> all.add(new LineChange(Kind.SAME, line)));
        }
        if (!deltas.isEmpty()) {
            leaveOut(all, old.size() - shown);
        }
        return all;
    }

    private static int next(List<AbstractDelta<String>> deltas, AbstractDelta<String> delta, int end) {
        int next = deltas.indexOf(delta) + 1;
        return (next < deltas.size()) ? deltas.get(next).getSource().getPosition() : end;
    }

    private static void leaveOut(List<LineChange> all, int lines) {
        if (lines > 0) {
            all.add(new LineChange(Kind.LEFT_OUT, Integer.toString(lines)));
        }
    }

}
