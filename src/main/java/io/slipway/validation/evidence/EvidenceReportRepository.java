package io.slipway.validation.evidence;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps what reports say.
 */
interface EvidenceReportRepository extends Repository<EvidenceReport, Long> {

    EvidenceReport save(EvidenceReport report);

    Optional<EvidenceReport> findById(long id);

}
