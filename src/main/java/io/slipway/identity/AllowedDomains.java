package io.slipway.identity;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which domains announcements may be mailed to, besides the people of the portal.
 *
 * @param allowedDomains such as {@code example.com}, or {@code *.example.com} for all
 * below it
 */
@ConfigurationProperties("slipway.mail")
record AllowedDomains(@DefaultValue( {
    }) List<String> allowedDomains){
}
