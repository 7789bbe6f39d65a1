package io.slipway.deployment;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps announcements.
 */
interface AnnouncementRepository extends Repository<AnnouncementRecord, Long> {

    AnnouncementRecord save(AnnouncementRecord record);

    Optional<AnnouncementRecord> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

}
