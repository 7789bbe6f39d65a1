package io.slipway.api;

import java.io.IOException;
import java.util.regex.Pattern;

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
 * Refuses bodies that are longer than any plan, period or report could be, whether the
 * call says their length or not.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
public class BodyLimit extends OncePerRequestFilter {

    /** Where items are imported: their files may be longer than other bodies. */
    public static final String IMPORTS = "/api/v1/items/imports";

    /** The longest body, in KiB. */
    static final int MOST_KIB = 512;

    /** The longest report that is delivered as evidence, in KiB. */
    private static final int MOST_KIB_OF_EVIDENCE = 250 * 1024;

    /** The longest bill of materials or file of items, in KiB. */
    private static final int MOST_KIB_OF_A_BOM = 5 * 1024;

    /** The longest document or script, in KiB. */
    private static final int MOST_KIB_OF_A_DOCUMENT = 50 * 1024;

    private static final Pattern EVIDENCE = Pattern.compile("/api/v1/releases/[^/]+/evidence");

    private static final Pattern BOM = Pattern.compile("/api/v1/releases/[^/]+/units/[^/]+/(bom|bill-of-materials)");

    private static final Pattern DOCUMENTS = Pattern.compile("/api/v1/releases/[^/]+/documents");

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
        if (request.getContentLengthLong() > mostKib(request) * 1024L) {
            this.errors.write(response, this.errors.tooLarge(request));
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    /** The longest body of a call, in KiB. */
    static int mostKib(HttpServletRequest request) {
        if (isEvidence(request)) {
            return MOST_KIB_OF_EVIDENCE;
        }
        String path = path(request);
        if (DOCUMENTS.matcher(path).matches()) {
            return MOST_KIB_OF_A_DOCUMENT;
        }
        boolean items = BOM.matcher(path).matches() || path.equals(IMPORTS);
        return items ? MOST_KIB_OF_A_BOM : MOST_KIB;
    }

    /** Whether a call is about the evidence of a release. */
    static boolean isEvidence(HttpServletRequest request) {
        return EVIDENCE.matcher(path(request)).matches();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** A request whose body ends in an error where it is too long. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;

        Limited(HttpServletRequest request) {
            super(request);
            this.most = mostKib(request) * 1024L;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), this.most);
        }

    }

    /** Counts what is read. */
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;

        private long left;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
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
