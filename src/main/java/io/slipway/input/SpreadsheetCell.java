package io.slipway.input;

/**
 * Text as a cell of a CSV file that somebody opens in a spreadsheet: what it would take
 * for a formula gets an apostrophe before it, which is taken away again when such a file
 * is read (OWASP, CSV injection).
 */
public final class SpreadsheetCell {

    private static final String FORMULA = "=+-@\t\r";

    private SpreadsheetCell() {
    }

    /** Writes a cell. */
    public static String escaped(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        boolean quoted = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return (formula || quoted) ? "'" + cell : cell;
    }

    /** Reads a cell that may have been written so. */
    public static String unescaped(String cell) {
        boolean escaped = cell.length() > 1 && cell.charAt(0) == '\'' && (FORMULA + "'").indexOf(cell.charAt(1)) >= 0;
        return escaped ? cell.substring(1) : cell;
    }

}
