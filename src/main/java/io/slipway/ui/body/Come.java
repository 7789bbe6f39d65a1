package io.slipway.ui.body;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What has come of a body: it lies in the buffer of the connection.
 */
final class Come implements ApplicationBufferHandler {

    private ByteBuffer bytes = EMPTY_BUFFER;

    /** Copies it behind what has come before. */
    void addTo(ByteChunk body) throws IOException {
        byte[] copy = new byte[this.bytes.remaining()];
        this.bytes.get(copy);
        body.append(copy, 0, copy.length);
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        this.bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return this.bytes;
    }

    @Override
    public void expand(int size) {
        // The connection has its own
    }

}
