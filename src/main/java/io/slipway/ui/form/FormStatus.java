package io.slipway.ui.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers 422 wherever a sent form is shown again with mistakes, unless its controller
 * says another status.
 */
@Component
class FormStatus implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page != null && page.getStatus() == null && HttpMethod.POST.matches(request.getMethod()) && wrong(page)) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static boolean wrong(ModelAndView page) {
        String view = page.getViewName();
        return view != null && !view.startsWith("redirect:")
                && page.getModel().values().stream().anyMatch((one) -> one instanceof Errors form && form.hasErrors());
    }

}
