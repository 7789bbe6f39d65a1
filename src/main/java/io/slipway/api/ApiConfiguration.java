package io.slipway.api;

import java.time.Clock;

import io.slipway.ui.CallRate;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the scope of tokens before every call, and leaves forms to the call that reads
 * them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration implements WebMvcConfigurer {

    private final TokenScope scope;

    ApiConfiguration(TokenScope scope) {
        this.scope = scope;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this.scope).addPathPatterns(ApiErrors.PREFIX + "**");
    }

    /** How often each caller of the interface may call, on this node. */
    @Bean
    static CallRate callRate(ApiProperties properties, Clock clock) {
        return new CallRate(properties.callsPerMinute(), clock);
    }

    /** The container would write a form to its disk before anybody looks at it. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    static MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return !ReportForm.isOne(request) && super.isMultipart(request);
            }
        };
    }

}
