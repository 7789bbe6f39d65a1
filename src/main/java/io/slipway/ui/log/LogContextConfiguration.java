package io.slipway.ui.log;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets every log line of a request tell who asked and, on the pages of a release, for
 * which.
 */
@Configuration(proxyBeanMethods = false)
class LogContextConfiguration implements WebMvcConfigurer {

    /** The name under which log lines carry the key of a release. */
    static final String RELEASE = "release";

    /** The name under which log lines carry the person signed in. */
    static final String USER = "user";

    /** Right after the filters of Spring Security, which know the person. */
    private static final int AFTER_SECURITY = -99;

    @Bean
    FilterRegistrationBean<PersonInLog> personInLog() {
        FilterRegistrationBean<PersonInLog> registration = new FilterRegistrationBean<>(new PersonInLog());
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReleaseInLog()).addPathPatterns("/releases/{key}", "/releases/{key}/**");
    }

    /** Sets the person, and forgets person and release when the request is done. */
    static class PersonInLog extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRemoteUser() != null) {
                MDC.put(USER, request.getRemoteUser());
            }
            try {
                chain.doFilter(request, response);
            }
            finally {
                MDC.remove(USER);
                MDC.remove(RELEASE);
            }
        }

    }

    /** Sets the release that the address names. */
    static class ReleaseInLog implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            if (variables instanceof Map<?, ?> map && map.get("key") instanceof String key) {
                MDC.put(RELEASE, key);
            }
            return true;
        }

    }

}
