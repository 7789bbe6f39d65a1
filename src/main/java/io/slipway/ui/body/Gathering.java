package io.slipway.ui.body;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.tomcat.util.buf.ByteChunk;

/**
 * A short body on its way. No thread waits for it: Tomcat tells when some of it has come,
 * and the request goes on when all of it is there.
 */
final class Gathering implements ReadListener, AsyncListener {

    private final Request request;

    private final Response response;

    private final ByteChunk body = new ByteChunk();

    private final Runnable end;

    private final AtomicBoolean ended = new AtomicBoolean();

    private final Come come = new Come();

    private Gathering(Request request, Response response, Runnable end) {
        this.request = request;
        this.response = response;
        this.end = end;
    }

    /**
     * Begins to gather the body of a request, whose thread then may leave.
     * @param time how long it may take
     * @param end done once when the body is there, or will never be
     */
    static Gathering begin(Request request, Response response, Duration time, Runnable end) throws IOException {
        Gathering gathering = new Gathering(request, response, end);
        response.sendAcknowledgement(ContinueResponseTiming.IMMEDIATELY);
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(time.toMillis());
        waiting.addListener(gathering);
        request.getCoyoteRequest().setReadListener(gathering);
        return gathering;
    }

    /** Lets the request go on as if its body had been there from the beginning. */
    void replay() {
        end();
        this.request.getCoyoteRequest().action(ActionCode.ASYNC_DISPATCHED, null);
        this.request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, this.body);
    }

    @Override
    public void onDataAvailable() throws IOException {
        org.apache.coyote.Request connection = this.request.getCoyoteRequest();
        while (!connection.isFinished() && connection.isReady()) {
            if (connection.doRead(this.come) > 0) {
                this.come.addTo(this.body);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        this.request.getCoyoteRequest().action(ActionCode.ASYNC_DISPATCH, null);
    }

    private void end() {
        if (this.ended.compareAndSet(false, true)) {
            this.end.run();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
        this.response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        this.request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        event.getAsyncContext().complete();
    }

    @Override
    public void onError(Throwable gone) {
        // Tomcat closes the connection
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
        event.getAsyncContext().complete();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Only what is begun here is waited for
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // Who began it hears of it by a listener of its own
    }

}
