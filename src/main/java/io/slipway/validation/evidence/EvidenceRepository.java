package io.slipway.validation.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps evidence.
 */
interface EvidenceRepository extends Repository<Evidence, Long> {

    Evidence saveAndFlush(Evidence evidence);

    /**
     * The newest of each kind of tests of a package and its units, and the newest of all.
     * Texts are told apart as the application does.
     * @param packageDigest SHA-256 of the package
     * @param unitDigests SHA-256 of its units; not empty
     * @param most how many of the newest
     * @return the newest first
     */
    @Query(nativeQuery = true, value = """
            select * from evidence where id in (select id from (
                (select max(id) as id from evidence
                  where release_key = :releaseKey
                    and case when unit_digest is not null and level in ('UNIT', 'SECURITY')
                             then unit_digest in (:unitDigests) else package_digest = :packageDigest end
                  group by format, level, binary name, binary environment, unit_digest)
                union (select id from evidence where release_key = :releaseKey order by id desc limit :most)) wanted)
             order by id desc""")
    List<Evidence> newest(String releaseKey, String packageDigest, Collection<String> unitDigests, int most);

    Optional<Evidence> findByReleaseKeyAndId(String releaseKey, long id);

    Optional<Evidence> findByReleaseKeyAndDeliveryDigest(String releaseKey, String deliveryDigest);

}
