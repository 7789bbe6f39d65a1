package io.slipway.validation.report;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * Reports of any length that are made while they are read.
 */
final class GeneratedReport {

    private GeneratedReport() {
    }

    /** JUnit XML of at least that many bytes; each tenth test fails and says much. */
    static InputStream junit(long bytes) {
        String log = "A line of what the test wrote, and it goes on for a while, as tests do.\n".repeat(40);
        int cases = (int) (bytes / (log.length() + 100)) + 1;
        return parts("<?xml version=\"1.0\"?><testsuites>", cases, (index) -> {
            String suite = (index % 1000 == 0)
                    ? ((index > 0) ? "</testsuite>" : "") + "<testsuite name=\"suite " + index + "\">" : "";
            return suite + "<testcase classname=\"com.example.Case" + index + "\" name=\"test" + index
                    + "\" time=\"0.01\">"
                    + ((index % 10 == 0) ? "<failure message=\"no\"><![CDATA[" + log + "]]></failure>"
                            : "<system-out><![CDATA[" + log + "]]></system-out>")
                    + "</testcase>";
        }, "</testsuite></testsuites>");
    }

    /** SARIF of that many results, with the rules behind them. */
    static InputStream sarif(int results) {
        String flow = "{\"location\":{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/Flow.java\"}}}},"
            .repeat(20);
        return parts("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[", results,
                (index) -> ((index > 0) ? "," : "") + "{\"ruleId\":\"rule-" + index % 100
                        + "\",\"message\":{\"text\":\"Finding " + index
                        + "\"},\"codeFlows\":[{\"threadFlows\":[{\"locations\":[" + flow + "{}]}]}]}",
                "],\"tool\":{\"driver\":{\"name\":\"Big\",\"rules\":[{\"id\":\"rule-7\",\"properties\":{"
                        + "\"security-severity\":\"9.5\"}}]}}}]}");
    }

    private static InputStream parts(String head, int number, IntFunction<String> part, String tail) {
        return new SequenceInputStream(new Enumeration<>() {

            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return this.next <= number;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                int index = this.next++;
                String text = (index < 0) ? head : (index < number) ? part.apply(index) : tail;
                return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }

        });
    }

}
