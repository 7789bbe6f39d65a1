package io.slipway.diagram;

/**
 * Thrown when a file is no BPMN 2.0, or larger or deeper than any honest one.
 */
public class UnreadableDiagramException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Says where reading ended, and why.
     * @param line number of the line, 0 if it is about the whole file
     * @param reason what is wrong, in one sentence
     */
    public UnreadableDiagramException(int line, String reason) {
        super((line > 0) ? "Line " + line + ": " + reason : reason);
        this.line = line;
    }

    /**
     * Where reading ended.
     * @return number of the line, 0 if it is about the whole file
     */
    public int line() {
        return this.line;
    }

}
