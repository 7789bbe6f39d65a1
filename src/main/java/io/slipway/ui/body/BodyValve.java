package io.slipway.ui.body;

import java.io.IOException;
import java.time.Duration;

import io.slipway.ui.form.LargeForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * Keeps those who send slowly from the threads that serve others. A short body is
 * gathered before its request gets a thread, and has a time for all of it. A long one is
 * read by its thread, as long as it comes at a rate, and only some threads may be at long
 * ones. What arrives together with its request, as most forms do, passes as it is.
 */
class BodyValve extends ValveBase {

    private static final String GATHERING = Gathering.class.getName();

    /** The longest body of a call of the REST interface that needs no signing in. */
    private static final DataSize SHORT_CALL = DataSize.ofKilobytes(512);

    private static final DataSize SHORT_FORM = DataSize.ofKilobytes(LargeForm.STRANGERS_KIB);

    /** What a connection holds of its own. */
    private static final int CONNECTION_BYTES = 16 * 1024;

    private static final int MOST_SWALLOWED = 2 * 1024 * 1024;

    private static final Duration SWALLOWING = Duration.ofSeconds(5);

    private final BodyProperties properties;

    private final Shares gathered;

    private final Shares longBodies;

    BodyValve(BodyProperties properties, int threads) {
        super(true);
        this.properties = properties;
        this.gathered = new Shares(properties.gathered().toBytes(), properties.gathered().toBytes() / 4);
        int atLongBodies = Math.max(2, threads * properties.longShare() / 100);
        this.longBodies = new Shares(atLongBodies, atLongBodies / 2);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.isAsyncDispatching() && request.getNote(GATHERING) instanceof Gathering there) {
            request.removeNote(GATHERING);
            there.replay();
            getNext().invoke(request, response);
        }
        else if (request.isAsync() || isThere(request)) {
            getNext().invoke(request, response);
        }
        else if (isShort(request)) {
            gather(request, response);
        }
        else {
            read(request, response);
        }
    }

    private void gather(Request request, Response response) throws IOException {
        String address = request.getRemoteAddr();
        long part = request.getContentLengthLong() + CONNECTION_BYTES;
        if (!this.gathered.take(address, part)) {
            refuse(request, response);
            return;
        }
        request.setNote(GATHERING, Gathering.begin(request, response, this.properties.shortTime(),
                () -> this.gathered.giveBack(address, part)));
    }

    private void read(Request request, Response response) throws IOException, ServletException {
        String address = request.getRemoteAddr();
        if (!this.longBodies.take(address, 1)) {
            refuse(request, response);
            return;
        }
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer body = connection.getInputBuffer();
        connection.setInputBuffer(new Paced(body, this.properties, System::nanoTime));
        try {
            getNext().invoke(request, response);
            swallow(connection);
        }
        finally {
            connection.setInputBuffer(body);
            this.longBodies.giveBack(address, 1);
        }
    }

    /**
     * Reads a little of what nobody wanted to read, so that its sender sees the answer.
     * Tomcat would do so without an end.
     */
    private static void swallow(org.apache.coyote.Request connection) {
        long end = System.nanoTime() + SWALLOWING.toNanos();
        try {
            Come come = new Come();
            int swallowed = 0;
            int read = 0;
            while (!connection.isFinished() && read >= 0 && swallowed < MOST_SWALLOWED && System.nanoTime() < end) {
                read = connection.doRead(come);
                swallowed += read;
            }
        }
        catch (IOException gone) {
            // There is nobody left to see the answer
        }
        if (!connection.isFinished()) {
            connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static void refuse(Request request, Response response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("Too many are sending at once. Try again in a few seconds.\n");
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** Whether there is no body, or all of it has come. */
    private static boolean isThere(Request request) {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        long length = request.getContentLengthLong();
        if (length <= 0) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        }
        connection.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return connection.getAvailable() >= length;
    }

    private static boolean isShort(Request request) {
        DataSize most = request.getRequestURI().startsWith("/api/") ? SHORT_CALL : SHORT_FORM;
        long length = request.getContentLengthLong();
        return length > 0 && length <= most.toBytes() && request.getContext() != null;
    }

}
