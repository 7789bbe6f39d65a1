package io.slipway.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.identity.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours {@code Idempotency-Key}: a call under the same key is done once, and answered
 * the same again for a day. What was refused has done nothing and is not kept. A body is
 * never held: its digest tells whether it is the same.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEYS = Pattern.compile("[!-~]{1,128}");

    private static final List<String> HEADERS = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION,
            HttpHeaders.ETAG);

    private static final int BUFFER = 8192;

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final CallRecord calls;

    private final CallsUnderWay underWay;

    private final CurrentActor currentActor;

    private final ApiErrors errors;

    IdempotencyFilter(CallRecord calls, CallsUnderWay underWay, CurrentActor currentActor, ApiErrors errors) {
        this.calls = calls;
        this.underWay = underWay;
        this.currentActor = currentActor;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(KEY) == null
                || !request.getRequestURI().startsWith(request.getContextPath() + ApiErrors.PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY).strip().replaceAll("^\"(.*)\"$", "$1");
        if (!KEYS.matcher(key).matches()) {
            refuse(request, response, HttpStatus.BAD_REQUEST, "api.key.malformed");
            return;
        }
        String caller = RateLimit.caller(this.currentActor.get(), request);
        String target = DigestUtils
            .sha256Hex(request.getMethod() + ' ' + request.getRequestURI() + '?' + request.getQueryString());
        Digested body = new Digested(request);
        Optional<CallUnderWay> call = this.calls.begin(caller, key, target);
        if (call.isPresent()) {
            first(call.get(), body, response, chain);
        }
        else {
            again(caller, key, target, body, response);
        }
    }

    private void first(CallUnderWay call, Digested request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            this.underWay.during(call, () -> chain.doFilter(request, answer));
            if (HttpStatus.Series.resolve(answer.getStatus()) == HttpStatus.Series.SUCCESSFUL) {
                done = true;
                finish(call, request, answer);
            }
        }
        finally {
            if (!done) {
                this.calls.forget(call.caller(), call.key());
            }
            answer.copyBodyToResponse();
        }
    }

    /** What was done is answered, also where the answer cannot be kept. */
    private void finish(CallUnderWay call, Digested request, ContentCachingResponseWrapper answer) throws IOException {
        try {
            this.calls.finish(call.caller(), call.key(), request.digest(),
                    new CallRecord.Answer(answer.getStatus(), headers(answer), answer.getContentAsByteArray()));
        }
        catch (DataAccessException | TransactionException ex) {
            log.warn("The answer to a call under an idempotency key could not be kept", ex);
        }
    }

    private void again(String caller, String key, String target, Digested request, HttpServletResponse response)
            throws IOException {
        Optional<CallRecord.Call> known = this.calls.find(caller, key);
        if (known.isPresent() && !known.get().target().equals(target)) {
            refuse(request, response, HttpStatus.UNPROCESSABLE_ENTITY, "api.key.other");
            return;
        }
        CallRecord.Answer answer = known.map(CallRecord.Call::answer).orElse(null);
        if (answer == null && known.filter(CallRecord.Call::answerLost).isPresent()) {
            refuse(request, response, HttpStatus.CONFLICT, "api.key.answer-lost");
        }
        else if (answer == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(request, response, HttpStatus.CONFLICT, "api.key.busy");
        }
        else if (!request.digest().equals(known.get().fingerprint())) {
            refuse(request, response, HttpStatus.UNPROCESSABLE_ENTITY, "api.key.other");
        }
        else {
            response.setStatus(answer.status());
            answer.headers().forEach(response::setHeader);
            response.setHeader(REPLAYED, "true");
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }

    private static Map<String, String> headers(HttpServletResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        HEADERS.stream()
            .filter((name) -> answer.getHeader(name) != null)
            .forEach((name) -> headers.put(name, answer.getHeader(name)));
        if (answer.getContentType() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, answer.getContentType());
        }
        return headers;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        ProblemDetail problem = this.errors.refused(request, status, code);
        this.errors.write(response, problem);
    }

    /** A request whose body is digested while it is read. */
    private static final class Digested extends HttpServletRequestWrapper {

        private final BodyDigest digest;

        Digested(HttpServletRequest request) {
            super(request);
            this.digest = new BodyDigest(request.getContentType());
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Digesting(super.getInputStream(), this.digest);
        }

        /** The digest of the whole body; what nobody has read is read now. */
        String digest() throws IOException {
            ServletInputStream rest = getInputStream();
            byte[] buffer = new byte[BUFFER];
            while (rest.read(buffer) >= 0) {
                continue;
            }
            return this.digest.hex();
        }

    }

    /** Digests what is read. */
    private static final class Digesting extends ServletInputStream {

        private final ServletInputStream body;

        private final BodyDigest digest;

        Digesting(ServletInputStream body, BodyDigest digest) {
            this.body = body;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = this.body.read(into, offset, length);
            if (read > 0) {
                this.digest.update(into, offset, read);
            }
            return read;
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
