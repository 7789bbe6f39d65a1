package io.slipway.api;

import java.io.IOException;

import io.slipway.ui.AddressOnly;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the container from writing the parts of a form to its disk because somebody on
 * its way asks for a parameter: before all who might ask.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ReportFormFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ReportForm.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(AddressOnly.of(request), response);
    }

}
