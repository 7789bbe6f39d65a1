package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a label into lines that fit, between words if possible. What does not fit ends
 * with an ellipsis.
 */
final class Wrapping {

    /** Nobody reads more on a diagram; the title has the rest. */
    private static final int CHARACTERS = 600;

    private static final String ELLIPSIS = "…";

    private final double width;

    private final double size;

    private final List<String> lines = new ArrayList<>();

    private final StringBuilder line = new StringBuilder();

    private boolean cut;

    private Wrapping(double width, double size) {
        this.width = width;
        this.size = size;
    }

    /** The lines of a text; empty if there is no text. */
    static List<String> wrap(String text, double width, int maximum, double size) {
        Wrapping wrapping = new Wrapping(Math.max(width, size), size);
        String bounded = beginning(text, CHARACTERS);
        wrapping.cut = bounded.length() < text.length();
        for (String paragraph : bounded.split("\\R")) {
            wrapping.paragraph(paragraph);
        }
        return wrapping.atMost(Math.max(1, maximum));
    }

    /** How wide the longest word is. */
    static double longestWord(String text, double size) {
        double longest = 0;
        for (String word : beginning(text, CHARACTERS).split("[\\s-]+")) {
            longest = Math.max(longest, TextWidths.of(word, size));
        }
        return longest;
    }

    /** The beginning of a text, never half a character. */
    static String beginning(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
        return text.substring(0, end);
    }

    private void paragraph(String paragraph) {
        for (String word : paragraph.strip().split("\\s+")) {
            word(word);
        }
        end();
    }

    private void word(String word) {
        double space = this.line.isEmpty() ? 0 : TextWidths.width(' ') * this.size / 1000;
        if (width(this.line.toString()) + space + width(word) <= this.width) {
            this.line.append(this.line.isEmpty() ? "" : " ").append(word);
            return;
        }
        end();
        int hyphen = word.indexOf('-', 1) + 1;
        if (width(word) <= this.width) {
            this.line.append(word);
        }
        else if (hyphen > 0 && hyphen < word.length()) {
            word(word.substring(0, hyphen));
            joined(word.substring(hyphen));
        }
        else {
            broken(word);
        }
    }

    /** What follows a hyphen follows without a space, or on the next line. */
    private void joined(String rest) {
        if (width(this.line + rest) <= this.width) {
            this.line.append(rest);
        }
        else {
            end();
            word(rest);
        }
    }

    /**
     * A word that is too long for a line is broken into parts of about the same length.
     */
    private void broken(String word) {
        double hyphen = TextWidths.width('-') * this.size / 1000;
        double whole = width(word);
        double parts = Math.ceil(whole / (this.width - hyphen));
        double most = Math.min(this.width, whole / parts + hyphen + this.size / 2);
        double used = 0;
        for (int i = 0; i < word.length();) {
            int point = word.codePointAt(i);
            double next = TextWidths.width(point) * this.size / 1000;
            if (!this.line.isEmpty() && used + next + hyphen > most) {
                boolean letters = point < 0x590 && Character.isLetter(point);
                this.line.append(letters ? "-" : "");
                end();
                used = 0;
            }
            this.line.appendCodePoint(point);
            used += next;
            i += Character.charCount(point);
        }
    }

    private void end() {
        if (!this.line.isEmpty()) {
            this.lines.add(this.line.toString());
            this.line.setLength(0);
        }
    }

    private List<String> atMost(int maximum) {
        if (this.lines.size() <= maximum && !this.cut) {
            return this.lines;
        }
        List<String> kept = new ArrayList<>(this.lines.subList(0, Math.min(maximum, this.lines.size())));
        if (!kept.isEmpty()) {
            String last = kept.remove(kept.size() - 1);
            kept.add(shortened(last.endsWith("-") ? last.substring(0, last.length() - 1) : last));
        }
        return kept;
    }

    private String shortened(String text) {
        String shorter = text;
        while (!shorter.isEmpty() && width(shorter + ELLIPSIS) > this.width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.stripTrailing() + ELLIPSIS;
    }

    private double width(String text) {
        return TextWidths.of(text, this.size);
    }

}
