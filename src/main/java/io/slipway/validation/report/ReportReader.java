package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;

import io.slipway.validation.report.coverage.CoberturaReader;
import io.slipway.validation.report.coverage.JacocoReader;

import org.springframework.stereotype.Component;

/**
 * Reads a report of any format from a stream of any length, in bounded memory.
 */
@Component
public class ReportReader {

    /**
     * Reads a report to its end. Refuses, with an {@code InvalidInputException} that says
     * where and why, one that is truncated, malformed, too deep, of another format or
     * version, or that tries to have anything else loaded or expanded.
     * @param in the report; it stays open
     * @throws IOException if the stream itself fails
     */
    public Report read(ReportFormat format, InputStream in) throws IOException {
        return switch (format) {
            case JUNIT -> JunitReader.read(in);
            case SARIF -> SarifReader.read(in);
            case COBERTURA -> CoberturaReader.read(in);
            case JACOCO -> JacocoReader.read(in);
            case PARITY -> ParityReader.read(in);
            case MANUAL -> ManualReader.read(in);
        };
    }

}
