package io.slipway.audit.pack.statement;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is signed is what the specification says, to the byte.
 */
class EnvelopeTests {

    /** The vector of the DSSE specification. */
    @Test
    void signsTypeAndBodyEachBehindItsLength() {
        assertThat(new Envelope("http://example.com/HelloWorld", "hello world").signed())
            .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(new Envelope("http://example.com/HelloWorld", "hello world")
            .line(List.of(new Envelope.Signature("a", "b")))).isEqualTo("""
                    {"payloadType":"http://example.com/HelloWorld","payload":"aGVsbG8gd29ybGQ=",\
                    "signatures":[{"keyid":"a","sig":"b"}]}
                    """);
    }

    @Test
    void countsBytesAndNotLetters() {
        assertThat(new Envelope("t", "").signed()).isEqualTo("DSSEv1 1 t 0 ");
        assertThat(new Envelope("t", "ü→").signed()).isEqualTo("DSSEv1 1 t 5 ü→");
    }

}
