package io.slipway.database;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches a database that goes away under a request, outside every other filter: sessions
 * live in the database, so their filter is the first to fail. It answers also what a
 * controller met, see {@link OutageResolver}, and what a page about another error meets.
 */
class OutageFilter extends OncePerRequestFilter {

    private static final String MET = OutageFilter.class.getName() + ".MET";

    private final OutagePage page;

    OutageFilter(OutagePage page) {
        this.page = page;
    }

    /** Leaves an outage to be answered when all others are done with the request. */
    static void leave(HttpServletRequest request, Throwable outage) {
        request.setAttribute(MET, outage);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OutageSight.open(HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()));
        @Nullable Throwable outage;
        try {
            chain.doFilter(request, response);
            outage = (Throwable) request.getAttribute(MET);
        }
        catch (IOException | ServletException | RuntimeException failure) {
            outage = OutageSight.behind(failure).orElse(null);
            if (outage == null || response.isCommitted()) {
                throw failure;
            }
        }
        finally {
            OutageSight.close();
        }
        if (outage != null && !response.isCommitted()) {
            request.removeAttribute(MET);
            this.page.write(request, response, outage);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

}
