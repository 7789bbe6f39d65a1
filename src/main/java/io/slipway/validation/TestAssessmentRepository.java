package io.slipway.validation;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps verdicts on packages.
 */
interface TestAssessmentRepository extends Repository<TestAssessment, Long> {

    TestAssessment save(TestAssessment assessment);

    Optional<TestAssessment> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

    List<TestAssessment> findByReleaseKeyOrderByIdDesc(String releaseKey);

}
