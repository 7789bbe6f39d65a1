package io.slipway.database;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches a database that goes away under a request, outside every other filter: sessions
 * live in the database, so their filter is the first to fail.
 */
class OutageFilter extends OncePerRequestFilter {

    private final OutagePage page;

    OutageFilter(OutagePage page) {
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        }
        catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseOutage.isBehind(failure)) {
                throw failure;
            }
            this.page.write(request, response, failure);
        }
    }

}
