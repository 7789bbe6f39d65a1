package io.slipway.review;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps reviews.
 */
interface ReviewRepository extends Repository<Review, Long> {

    Review save(Review review);

    Optional<Review> findByReleaseKey(String releaseKey);

}
