package io.slipway.packaging.bom;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which licences nothing that is released may have.
 *
 * @param forbidden identifiers or names, in which a star stands for any text; upper and
 * lower case are the same
 */
@ConfigurationProperties("slipway.licences")
record LicenceProperties(@DefaultValue( {
    }) List<String> forbidden){
}
