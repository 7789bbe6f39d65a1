package io.slipway.ui.body;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts {@link BodyValve} in front of all that serves a request, behind what tells the
 * address of who stands before a proxy.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyProperties.class)
class BodyConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodies(BodyProperties properties,
            ServerProperties server) {
        int threads = server.getTomcat().getThreads().getMax();
        return (tomcat) -> tomcat.addEngineValves(new BodyValve(properties, threads));
    }

}
