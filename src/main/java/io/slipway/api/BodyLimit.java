package io.slipway.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are longer than any plan or period could be, whether the call says
 * their length or not.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class BodyLimit extends OncePerRequestFilter {

    /** The longest body, in KiB. */
    static final int MOST_KIB = 512;

    private static final long MOST = MOST_KIB * 1024L;

    private final ApiErrors errors;

    BodyLimit(ApiErrors errors) {
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + ApiErrors.PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            this.errors.write(response, this.errors.tooLarge(request));
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    /** A request whose body ends in an error where it is too long. */
    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

    }

    /** Counts what is read. */
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;

        private long left = MOST;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = this.body.read();
            count((read < 0) ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = this.body.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLargeException {
            this.left -= read;
            if (this.left < 0) {
                throw new TooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return this.body.isFinished();
        }

        @Override
        public boolean isReady() {
            return this.body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            this.body.setReadListener(listener);
        }

    }

}
