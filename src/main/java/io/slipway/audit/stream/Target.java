package io.slipway.audit.stream;

import java.io.IOException;
import java.util.List;

import io.slipway.audit.chain.LogRows.LogRow;

/**
 * A system that takes rows of the record.
 */
interface Target {

    /** Under which its place is kept. */
    String name();

    /**
     * Hands rows over, in their order. It returns only where all of them were taken.
     * @throws IOException if that is not sure: they are handed over again
     */
    void take(List<LogRow> rows, int generation) throws IOException;

}
