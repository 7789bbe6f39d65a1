package io.slipway.review;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps confirmations of the CMDB.
 */
interface ConfigurationConfirmationRepository extends Repository<ConfigurationConfirmation, Long> {

    ConfigurationConfirmation save(ConfigurationConfirmation confirmation);

    Optional<ConfigurationConfirmation> findByReleaseKey(String releaseKey);

}
