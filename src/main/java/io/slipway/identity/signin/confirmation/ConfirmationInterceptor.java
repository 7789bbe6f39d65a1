package io.slipway.identity.signin.confirmation;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.slipway.identity.session.RecentlyConfirmed;
import io.slipway.identity.session.SessionLimits;
import io.slipway.identity.session.SignIn;
import io.slipway.identity.signin.SignInEntryPoint;
import io.slipway.identity.signin.form.UnsentForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads to where the password is asked again, before what is {@link RecentlyConfirmed}. A
 * form that comes too late is kept, as after the end of a session.
 */
@Component
class ConfirmationInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final SessionLimits limits;

    private final UnsentForms unsentForms;

    ConfirmationInterceptor(SessionLimits limits, UnsentForms unsentForms) {
        this.limits = limits;
        this.unsentForms = unsentForms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(RecentlyConfirmed.class)
                || SignIn.of(request).filter(this.limits::isConfirmed).isPresent()) {
            return true;
        }
        String to = request.getRequestURI();
        if (!HttpMethod.GET.matches(request.getMethod())) {
            to = this.unsentForms.keep(request) ? UnsentForms.ADDRESS : UnsentForms.page(request);
        }
        SignInEntryPoint.send(request, response,
                ConfirmationController.ADDRESS + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        return false;
    }

}
