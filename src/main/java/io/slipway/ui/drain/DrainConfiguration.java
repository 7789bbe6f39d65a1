package io.slipway.ui.drain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the portal leave without breaking a request.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrainProperties.class)
class DrainConfiguration {

    @Bean
    Drain drain(DrainProperties properties) {
        return new Drain(properties.time());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastAnswers(Drain drain) {
        return (tomcat) -> tomcat.addEngineValves(new DrainValve(drain));
    }

}
