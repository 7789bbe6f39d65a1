package io.slipway.knowledge;

import java.util.List;

import io.slipway.identity.Role;

/**
 * Who answers for an article, who reads it, and how often it is looked over.
 *
 * @param owner user name of who answers for it
 * @param audience roles that read it; empty for everybody
 * @param reviewDays how many days it is thought to stay right, 1 to 730
 */
public record ArticleCare(String owner, List<Role> audience, int reviewDays) {

    public ArticleCare {
        audience = audience.stream().distinct().sorted().toList();
    }

}
