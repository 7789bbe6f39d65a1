package io.slipway.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps configuration items.
 */
interface ItemRepository extends Repository<ConfigurationItem, Long> {

    ConfigurationItem saveAndFlush(ConfigurationItem item);

    void flush();

    Optional<ConfigurationItem> findByKey(String key);

    List<ConfigurationItem> findByKeyIn(Collection<String> keys);

    Optional<ConfigurationItem> findByTypeAndName(ItemType type, String name);

}
