package io.slipway.ui.body;

import java.io.IOException;
import java.util.function.LongSupplier;

import io.slipway.ui.SenderGoneException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A long body, which has to come at a rate. Only the time that its sender lets the portal
 * wait counts.
 */
final class Paced implements InputBuffer {

    private static final long SECOND = 1_000_000_000;

    private final InputBuffer body;

    private final BodyProperties properties;

    private final LongSupplier nanoseconds;

    private long bytes;

    private long waited;

    Paced(InputBuffer body, BodyProperties properties, LongSupplier nanoseconds) {
        this.body = body;
        this.properties = properties;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws SenderGoneException {
        long begin = this.nanoseconds.getAsLong();
        int read = read(handler);
        this.waited += this.nanoseconds.getAsLong() - begin;
        this.bytes += Math.max(read, 0);
        long earned = this.bytes * SECOND / this.properties.longRate().toBytes();
        if (read > 0 && this.waited > this.properties.longTime().toNanos() + earned) {
            throw new SenderGoneException();
        }
        return read;
    }

    private int read(ApplicationBufferHandler handler) throws SenderGoneException {
        try {
            return this.body.doRead(handler);
        }
        catch (IOException gone) {
            throw new SenderGoneException(gone);
        }
    }

    @Override
    public int available() {
        return this.body.available();
    }

}
