package io.slipway.ui.drain;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.http.HttpHeaders;

/**
 * Tells each connection that is used while the portal leaves to close: a request that
 * came on it a moment later would be lost.
 */
class DrainValve extends ValveBase {

    private final Drain drain;

    DrainValve(Drain drain) {
        super(true);
        this.drain = drain;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (this.drain.isDraining()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        getNext().invoke(request, response);
    }

}
