package io.slipway.deployment.tool;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tools the portal may reach, under {@code slipway.tools}.
 *
 * @param allowed beginnings of addresses, such as {@code https://ci.example.com/}; none
 * may be reached unless it is named
 * @param patience how long one answer may take
 * @param work whether this node tells and asks tools at all
 */
@ConfigurationProperties("slipway.tools")
public record ToolProperties(@DefaultValue List<String> allowed, @DefaultValue("10s") Duration patience,
        @DefaultValue("true") boolean work) {

    public ToolProperties {
        allowed = allowed.stream().map(String::strip).filter((one) -> !one.isEmpty()).toList();
    }

}
