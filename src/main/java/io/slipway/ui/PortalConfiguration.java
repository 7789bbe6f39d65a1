package io.slipway.ui;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * What operators tell the portal about itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalAddress.class)
class PortalConfiguration {

}
