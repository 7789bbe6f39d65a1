package io.slipway.ui;

import io.slipway.input.WholeLists;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Shows a list whole at the address with {@code print=all}, so that all of it is printed:
 * the page's own address with one parameter more, for whoever may read the page.
 */
@Component("printed")
class PrintedLists implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("GET".equals(request.getMethod()) && "all".equals(request.getParameter("print"))) {
            WholeLists.begin();
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception ex) {
        WholeLists.end();
    }

    /** How many rows the list has that is shown whole; 0 if none is. */
    public int rows() {
        return WholeLists.rows();
    }

}
