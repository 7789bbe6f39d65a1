package io.slipway.identity.signin.form;

import java.io.IOException;
import java.util.Collections;

import io.slipway.identity.signin.Problem;
import io.slipway.identity.signin.SignInEntryPoint;
import io.slipway.identity.signin.UploadLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters whose name has a control character in it, on every address alike.
 * The firewall of Spring Security does so only where somebody asks for that name, which
 * may be half way through a page.
 */
@Component
@Order(UploadLimit.BEFORE_SECURITY + 1)
class PlainParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getParameterNames()).stream().allMatch(PlainParameters::isPlain)) {
            chain.doFilter(request, response);
        }
        else if (SignInEntryPoint.isTool(request)) {
            Problem.write(request, response, HttpStatus.BAD_REQUEST, "The name of a parameter has a control character");
        }
        else {
            FormRefusal.show(HttpStatus.BAD_REQUEST, request, response);
        }
    }

    private static boolean isPlain(String name) {
        return name.codePoints().allMatch((one) -> Character.isDefined(one) && !Character.isISOControl(one));
    }

}
