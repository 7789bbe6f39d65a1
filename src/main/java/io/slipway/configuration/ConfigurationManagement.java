package io.slipway.configuration;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of configuration items.
 */
@Service
@Transactional
public class ConfigurationManagement {

    /**
     * Finds items by their keys.
     * @param keys their keys; unknown ones are left out
     * @return the items, by key
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> find(Collection<String> keys) {
        return List.of();
    }

    /**
     * Finds services by their names, as plans call them.
     * @param names the names; unknown ones are left out
     * @return the services, by key
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> services(Collection<String> names) {
        return List.of();
    }

}
