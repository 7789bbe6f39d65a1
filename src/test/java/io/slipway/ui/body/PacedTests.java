package io.slipway.ui.body;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * How slowly a long body may come, and how scarce things are shared.
 */
class PacedTests {

    private static final BodyProperties PROPERTIES = new BodyProperties(Duration.ofSeconds(10),
            DataSize.ofMegabytes(32), 25, Duration.ofSeconds(30), DataSize.ofKilobytes(4));

    private final AtomicLong now = new AtomicLong();

    private final Line line = new Line();

    private final Paced body = new Paced(this.line, PROPERTIES, this.now::get);

    @Test
    void comesForHoursAtItsRate() throws IOException {
        this.line.bytes = 8192;
        this.line.seconds = 2;
        for (int i = 0; i < 50_000; i++) {
            assertThat(this.body.doRead(ApplicationBufferHandler.EMPTY)).isEqualTo(8192);
        }
    }

    @Test
    void mayPauseForAWhile() throws IOException {
        this.line.bytes = 1;
        this.line.seconds = 29;
        assertThat(this.body.doRead(ApplicationBufferHandler.EMPTY)).isOne();
        this.line.seconds = 2;
        assertThatIOException().isThrownBy(() -> this.body.doRead(ApplicationBufferHandler.EMPTY));
    }

    @Test
    void paysNotForTheTimeThatItsReaderTakes() throws IOException {
        this.line.bytes = 1;
        for (int i = 0; i < 10; i++) {
            this.now.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(this.body.doRead(ApplicationBufferHandler.EMPTY)).isOne();
        }
    }

    @Test
    void leavesSomethingForOthers() {
        Shares shares = new Shares(10, 6);
        assertThat(shares.take("one", 4)).isTrue();
        assertThat(shares.take("one", 3)).isFalse();
        assertThat(shares.take("two", 6)).isTrue();
        assertThat(shares.take("three", 1)).isFalse();
        shares.giveBack("one", 4);
        assertThat(shares.take("three", 4)).isTrue();
        shares.giveBack("two", 6);
        shares.giveBack("three", 4);
        assertThat(shares.sum()).isZero();
    }

    /** A sender who takes a time for each piece. */
    private final class Line implements InputBuffer {

        private int bytes;

        private int seconds;

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            PacedTests.this.now.addAndGet(Duration.ofSeconds(this.seconds).toNanos());
            return this.bytes;
        }

        @Override
        public int available() {
            return this.bytes;
        }

    }

}
