package io.slipway.configuration;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps configuration items.
 */
interface ItemRepository extends Repository<ConfigurationItem, Long> {

    ConfigurationItem saveAndFlush(ConfigurationItem item);

    void flush();

    Optional<ConfigurationItem> findByKey(String key);

    Optional<ConfigurationItem> findByTypeAndName(ItemType type, String name);

}
