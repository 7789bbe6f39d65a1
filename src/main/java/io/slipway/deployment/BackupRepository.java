package io.slipway.deployment;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps confirmed backups.
 */
interface BackupRepository extends Repository<BackupRecord, Long> {

    BackupRecord save(BackupRecord record);

    Optional<BackupRecord> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

}
